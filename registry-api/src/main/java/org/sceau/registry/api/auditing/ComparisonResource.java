package org.sceau.registry.api.auditing;

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
import org.sceau.registry.application.auditing.CompareRecord;

/** The record, made again from the journal alone and compared. */
@Path("v1/record/comparison")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Record")
@SecurityRequirement(name = "token")
public class ComparisonResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    CompareRecord comparing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @GET
    @RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
    @Operation(summary = "Replay the journal and compare every visa, dossier and other record with the database")
    @APIResponse(
            responseCode = "200",
            description = "What was compared and what differs; reading everything takes time in a large registry",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(
            responseCode = "default",
            description = "sign-in-needed, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response compare() {
        Query.of(asked.getQueryParameters(), Set.of());
        return Response.ok(ComparisonView.of(comparing.compare(caller.actor())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
