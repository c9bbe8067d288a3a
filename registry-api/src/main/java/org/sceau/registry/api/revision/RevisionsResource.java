package org.sceau.registry.api.revision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.Set;
import java.util.function.Supplier;
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
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.revising.ReviseSchemes;
import org.sceau.registry.domain.scheme.revision.Revision;

/** Corrections of scheme definitions: proposed from the configured folder by one administrator, taken into use by another one. */
@Path("v1/scheme-revisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schemes")
@SecurityRequirement(name = "token")
public class RevisionsResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    ReviseSchemes revising;

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

    @GET
    @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
    @Operation(summary = "Files in the folder with what keeps them from being proposed, and editions proposed so far")
    @APIResponse(
            responseCode = "200",
            description = "Files and editions",
            content = @Content(schema = @Schema(implementation = RevisionView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-unknown, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response all() {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(
                Response.ok(),
                RevisionView.All.of(revising.candidates(caller.actor()), revising.proposals(caller.actor())));
    }

    @GET
    @Path("{sha256}")
    @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
    @Operation(summary = "An edition, and what it changes in the one in use before it")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = @Content(schema = @Schema(implementation = RevisionView.Sight.class)))
    @APIResponse(
            responseCode = "default",
            description = "revision-unknown, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("sha256") String sha256) {
        Query.of(asked.getQueryParameters(), Set.of());
        return sight(Response.ok(), sha256);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("ADMINISTRATOR")
    @Operation(summary = "Propose a file of the folder", description = "Bound to the digest of the file that was seen.")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RevisionRequests.Proposal.class)))
    @APIResponse(
            responseCode = "201",
            description = "The edition and what it changes, with its address in Location",
            content = @Content(schema = @Schema(implementation = RevisionView.Sight.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "file-unknown, file-changed, definition-unusable, revision-known, revision-proposed, revision-bytes-differ, revision-not-newer, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response propose(InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        RevisionRequests.Proposal said = sent.body(RevisionRequests.Proposal.class);
        String file = said.name();
        String seen = said.seen();
        String digest = once(key, () -> revising.propose(caller.actor(), file, seen));
        return sight(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/scheme-revisions/" + digest),
                digest);
    }

    @POST
    @Path("{sha256}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("ADMINISTRATOR")
    @Operation(
            summary = "Take an edition into use",
            description =
                    "At once, for whatever is opened from now on; dossiers that are under way keep their edition.")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RevisionRequests.Word.class)))
    @APIResponse(
            responseCode = "200",
            description = "The edition, in use",
            content = @Content(schema = @Schema(implementation = RevisionView.Sight.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "revision-unknown, revision-answered, approval-own-proposal, revision-not-newer, definition-unusable, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response approve(@PathParam("sha256") String sha256, InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        String grounds = sent.body(RevisionRequests.Word.class).words();
        return sight(Response.ok(), once(key, () -> revising.activate(caller.actor(), sha256, grounds)));
    }

    @POST
    @Path("{sha256}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("ADMINISTRATOR")
    @Operation(summary = "Reject an edition, or take it back")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RevisionRequests.Word.class)))
    @APIResponse(
            responseCode = "200",
            description = "The edition, rejected",
            content = @Content(schema = @Schema(implementation = RevisionView.Sight.class)))
    @APIResponse(
            responseCode = "default",
            description = "revision-unknown, revision-answered, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response reject(@PathParam("sha256") String sha256, InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        String grounds = sent.body(RevisionRequests.Word.class).words();
        return sight(Response.ok(), once(key, () -> revising.reject(caller.actor(), sha256, grounds)));
    }

    private String once(Optional<Once.Key> key, Supplier<Revision> act) {
        return Once.of(
                        key,
                        Revision.class,
                        Revision::sha256,
                        sha256 ->
                                revising.read(caller.actor(), sha256).recorded().revision(),
                        act)
                .sha256();
    }

    private Response sight(Response.ResponseBuilder answer, String sha256) {
        return answer(answer, RevisionView.Sight.of(revising.read(caller.actor(), sha256)));
    }

    private static Response answer(Response.ResponseBuilder answer, Object entity) {
        return answer.entity(entity)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
