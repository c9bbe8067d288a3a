package org.sceau.registry.api.dossier;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.application.evaluating.ReadInProgress;
import org.sceau.registry.domain.publication.InProgress;

/** What suppliers agreed to have told of applications that nothing was decided about yet. Public. */
@Path("v1/in-progress")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
public class InProgressResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadInProgress reading;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    /** @param since day on which the application came so far */
    @Schema(name = "InProgress")
    public record View(
            String scheme,
            String schemeVersion,
            String subject,
            @Nullable String versions,
            String supplier,
            String since) {
        static View of(InProgress shown) {
            return new View(
                    shown.scheme().scheme().value(),
                    shown.scheme().version(),
                    shown.subject(),
                    shown.versions().orElse(null),
                    shown.supplier(),
                    shown.since().toString());
        }
    }

    @Schema(name = "AllInProgress")
    public record All(List<View> inProgress) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Applications in progress",
            description =
                    "Only of schemes that show them, and only where the supplier agreed; the one opened first comes first")
    @APIResponse(
            responseCode = "200",
            description = "What is in progress",
            content = @Content(schema = @Schema(implementation = All.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response all() {
        Query.of(asked.getQueryParameters(), Set.of());
        return Response.ok(new All(reading.all().stream().map(View::of).toList()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
