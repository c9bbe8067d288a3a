package org.sceau.registry.api.health;

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
import org.sceau.registry.application.publishing.ReadCondition;

/** What {@code /health/ready} answers everybody with a status alone, with its reasons. */
@Path("v1/condition")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scheduled work")
@SecurityRequirement(name = "token")
public class ConditionResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadCondition reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @GET
    @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
    @Operation(summary = "What keeps the registry from its work, and how its lists stand")
    @APIResponse(
            responseCode = "200",
            description = "The condition, ready or not",
            content = @Content(schema = @Schema(implementation = ConditionView.class)))
    @APIResponse(
            responseCode = "default",
            description = "sign-in-needed, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response now() {
        Query.of(asked.getQueryParameters(), Set.of());
        return Response.ok(ConditionView.of(reading.now(caller.actor())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
