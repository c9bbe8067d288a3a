package org.sceau.registry.api.counting;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.application.counting.ReadFigures;
import org.sceau.registry.domain.scheme.Schemes;

/** The registry in figures, for anybody. */
@Path("v1/figures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class FiguresResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadFigures reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @Context
    @SuppressWarnings("NullAway.Init")
    Request conditions;

    @GET
    @PermitAll
    @Operation(
            summary = "The registry in figures",
            description =
                    "Visas as the catalogue shows them. What is told of dossiers, whose existence is confidential, is told of groups of "
                            + "at least `fewest`: whatever is absent counts fewer, none included. Durations are whole days, percentiles of the nearest "
                            + "rank; they and the decisions stop at the end of the last quarter that is over.")
    @APIResponse(
            responseCode = "200",
            description = "The figures of this legal day",
            content = @Content(schema = @Schema(implementation = FiguresView.class)))
    @APIResponse(responseCode = "304", description = "The same as those of If-None-Match")
    @APIResponse(
            responseCode = "default",
            description = "parameter-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response figures() {
        Query.of(asked.getQueryParameters(), Set.of());
        ReadFigures.Told told = reading.today();
        EntityTag tag = new EntityTag(told.digest());
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(FiguresView.of(told.figures(), schemes)) : unchanged;
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
