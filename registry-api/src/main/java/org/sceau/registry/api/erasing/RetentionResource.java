package org.sceau.registry.api.erasing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.application.erasing.EraseMatter;
import org.sceau.registry.domain.dossier.DossierId;

/** Until when a dossier is kept, and by which rule. */
@Path("v1/dossiers/{id}/retention")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class RetentionResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    EraseMatter erasing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @GET
    @RolesAllowed({
        "SPONSOR",
        "EVALUATOR",
        "CERTIFIER",
        "REVIEWER",
        "DECIDER",
        "NCCA_SUPERVISOR",
        "NCCA_APPROVER",
        "COMPLAINT_HANDLER",
        "AUDITOR",
        "ADMINISTRATOR"
    })
    @Operation(
            summary = "Until when a dossier is kept, and by which rule",
            description = "The ETag is the version of the dossier, for the approval of its erasure.")
    @APIResponse(
            responseCode = "200",
            description = "The retention as it stands today",
            content = @Content(schema = @Schema(implementation = RetentionView.class)))
    @APIResponse(
            responseCode = "default",
            description = "dossier-unknown, dossier-erased",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response retention(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        DossierId dossier = Given.id(id, DossierId::new, "dossier-unknown");
        return answer(Response.ok(), erasing.retention(caller.actor(), dossier));
    }

    static Response answer(Response.ResponseBuilder answer, EraseMatter.Kept kept) {
        return answer.entity(RetentionView.of(kept))
                .tag(IfMatch.tag(kept.dossier().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
