package org.sceau.registry.api.surveilling;

import jakarta.annotation.security.RolesAllowed;
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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.application.surveilling.ReviewImpact;

/** What a change elsewhere puts in question: listed for review, never changed by itself (EUCC Art. 31, 33(4)). */
@Path("v1/impacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Surveillance")
@SecurityRequirement(name = "token")
public class ImpactsResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    ReviewImpact reviewing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @GET
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_SUPERVISOR", "AUDITOR"})
    @Operation(summary = "Visas in force or suspended to review today")
    @APIResponse(
            responseCode = "200",
            description = "The visas, and why",
            content = @Content(schema = @Schema(implementation = ImpactsView.class)))
    @APIResponse(
            responseCode = "default",
            description = "sign-in-needed, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response today() {
        Query.of(asked.getQueryParameters(), Set.of());
        return Response.ok(ImpactsView.of(reviewing.today(caller.actor())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
