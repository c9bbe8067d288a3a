package org.sceau.registry.api.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameters;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.access.ForEveryRole;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.KeepTokens;

/** Tokens of the own account: made for a machine, for as little as it needs, seen with their last use, revoked. */
@Path("v1/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "token")
public class TokensResource extends OwnActing {
    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepTokens keeping;

    @GET
    @ForEveryRole
    @Operation(summary = "Your tokens, newest first, with their last use")
    @APIResponse(
            responseCode = "200",
            description = "The tokens",
            content = @Content(schema = @Schema(implementation = TokenView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response mine() {
        Query.of(asked.getQueryParameters(), Set.of());
        return confidential(Response.ok(TokenView.All.of(keeping.mine(caller.actor()))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ForEveryRole
    @Operation(
            summary = "Make a token for a machine",
            description =
                    "The secret is told once. With acts it lets in for these alone, without for all that you may.")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenView.New.class)))
    @APIResponse(
            responseCode = "201",
            description = "The token, with its secret",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "token-days, tokens-full, token-wider, token-scope-missing, field-invalid, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response make(InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        TokenView.New said = sent.body(TokenView.New.class);
        String label = said.given();
        Optional<Set<Permission>> only = said.only();
        long days = said.days();
        KeepTokens.Made made = Once.of(
                key,
                KeepTokens.Made.class,
                done -> done.token().id(),
                id -> new KeepTokens.Made(keeping.one(caller.actor(), id), Optional.empty()),
                () -> keeping.make(caller.actor(), label, only, days));
        return confidential(Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/tokens")
                .entity(TokenView.of(made)));
    }

    @DELETE
    @Path("{id}")
    @ForEveryRole
    @Operation(summary = "Revoke a token at once")
    @APIResponse(
            responseCode = "200",
            description = "The token, which lets nobody in any more",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    @APIResponse(
            responseCode = "default",
            description = "token-unknown, token-revoked, token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response revoke(@PathParam("id") String id, InputStream body) {
        Sent.of(request, asked, headers, body).noBody();
        return confidential(
                Response.ok(TokenView.of(new KeepTokens.Made(keeping.revoke(caller.actor(), id), Optional.empty()))));
    }
}
