package org.sceau.registry.api.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.access.ForOwnAccount;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.proving.KeepSessions;

/** Where the own account is signed in at the desks. */
@Path("v1/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "token")
public class SessionsResource extends OwnActing {
    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepSessions keeping;

    @GET
    @ForOwnAccount
    @Operation(summary = "Where you are signed in, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The sessions that still let in",
            content = @Content(schema = @Schema(implementation = SessionView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "second-factor-missing, token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response mine() {
        Query.of(asked.getQueryParameters(), Set.of());
        return all();
    }

    @DELETE
    @ForOwnAccount
    @Operation(summary = "Sign out everywhere")
    @APIResponse(
            responseCode = "200",
            description = "The sessions that are left: none",
            content = @Content(schema = @Schema(implementation = SessionView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "second-factor-missing, token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response endAll(InputStream body) {
        Sent.of(request, asked, headers, body).noBody();
        keeping.endAll(caller.actor());
        return all();
    }

    @DELETE
    @Path("{id}")
    @ForOwnAccount
    @Operation(summary = "End one session")
    @APIResponse(
            responseCode = "200",
            description = "The sessions that are left",
            content = @Content(schema = @Schema(implementation = SessionView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "session-unknown, second-factor-missing, token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response end(@PathParam("id") String id, InputStream body) {
        Sent.of(request, asked, headers, body).noBody();
        keeping.end(caller.actor(), id);
        return all();
    }

    private Response all() {
        return confidential(Response.ok(SessionView.All.of(keeping.mine(caller.actor()))));
    }
}
