package org.sceau.registry.api.erasing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameters;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.erasing.EraseMatter;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.domain.dossier.DossierId;

/** Erasure of a dossier whose retention is over: asked for, and approved by somebody else. */
@Path("v1/dossiers/{id}/erasure")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class ErasureResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    EraseMatter erasing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpHeaders headers;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @Context
    @SuppressWarnings("NullAway.Init")
    Request request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "ADMINISTRATOR"})
    @Operation(
            summary = "Ask for the erasure of a dossier",
            description = "Refused with the last day and the clause while the dossier has to be kept.")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasureWord.class)))
    @APIResponse(
            responseCode = "201",
            description = "The retention, with the request that waits for its approval",
            content = @Content(schema = @Schema(implementation = RetentionView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "dossier-unknown, dossier-erased, not-a-party, retention-running, erasure-asked, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response ask(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        String grounds = sent.body(ErasureWord.class).words();
        EraseMatter.Kept kept = Once.of(
                key,
                EraseMatter.Kept.class,
                done -> done.dossier().id().toString(),
                name -> erasing.retention(caller.actor(), DossierId.parse(name)),
                () -> erasing.ask(caller.actor(), dossier, grounds));
        return RetentionResource.answer(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/dossiers/" + dossier + "/retention"),
                kept);
    }

    @POST
    @Path("approval")
    @RolesAllowed("ADMINISTRATOR")
    @Operation(
            summary = "Approve the erasure, as somebody else than who asked",
            description = "At once and for good. Takes no body; If-Match has the ETag of the retention that was seen.")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "What stays of the dossier",
            content = @Content(schema = @Schema(implementation = ErasedView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "dossier-unknown, dossier-erased, concurrent-change, erasure-not-asked, approval-own-proposal, retention-running, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response approve(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        sent.noBody();
        IfMatch seen = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        Dossiers.Erased erased = seen.guard(
                () -> erasing.retention(caller.actor(), dossier).dossier().version(),
                version -> Once.of(
                        key,
                        Dossiers.Erased.class,
                        done -> done.id().toString(),
                        name -> erasing.order(caller.actor(), DossierId.parse(name)),
                        () -> erasing.approve(caller.actor(), dossier, version)));
        return Response.ok(ErasedView.of(erased))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static DossierId id(String text) {
        return Given.id(text, DossierId::new, "dossier-unknown");
    }
}
