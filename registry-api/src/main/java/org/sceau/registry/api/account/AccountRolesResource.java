package org.sceau.registry.api.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
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
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.identifying.GrantRoles;
import org.sceau.registry.domain.access.RoleGrant;

/** Roles of an account: given and taken away by an administrator or a manager of the organisation, and never across a wall of a scheme (CSA Art. 58(4)). */
@Path("v1/accounts/{name}/roles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "token")
public class AccountRolesResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    GrantRoles granting;

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
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(summary = "The roles of an account, each for all schemes or for one")
    @APIResponse(
            responseCode = "200",
            description = "The roles",
            content = @Content(schema = @Schema(implementation = RolesView.class)))
    @APIResponse(
            responseCode = "default",
            description = "account-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response all(@PathParam("name") String name) {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(granting.read(caller.actor(), name));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(summary = "Give an account a role")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RoleBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The roles after the act",
            content = @Content(schema = @Schema(implementation = RolesView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "account-unknown, roles-own-account, role-not-of-organisation, role-not-given, scheme-unknown, role-held, sod-supervision-issuance or another wall of a scheme, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response grant(@PathParam("name") String name, InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        RoleGrant grant = sent.body(RoleBody.class).grant();
        return change(name, sent, seen -> granting.grant(caller.actor(), name, seen, grant));
    }

    @DELETE
    @Path("{role}")
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(
            summary = "Take away a role that an account has for all schemes",
            description =
                    "If-Match confirms what is taken away from: nothing is taken from roles that somebody changed since.")
    @Parameters(@Parameter(ref = "If-Match"))
    @APIResponse(
            responseCode = "200",
            description = "The roles that are left",
            content = @Content(schema = @Schema(implementation = RolesView.class)))
    @APIResponse(
            responseCode = "default",
            description = "account-unknown, roles-own-account, role-not-held, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response revoke(@PathParam("name") String name, @PathParam("role") String role, InputStream body) {
        return revoke(name, new RoleBody(role, null), body);
    }

    @DELETE
    @Path("{role}/{scheme}")
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(
            summary = "Take away a role that an account has for one scheme",
            description =
                    "If-Match confirms what is taken away from: nothing is taken from roles that somebody changed since.")
    @Parameters(@Parameter(ref = "If-Match"))
    @APIResponse(
            responseCode = "200",
            description = "The roles that are left",
            content = @Content(schema = @Schema(implementation = RolesView.class)))
    @APIResponse(
            responseCode = "default",
            description = "account-unknown, roles-own-account, role-not-held, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response revokeOne(
            @PathParam("name") String name,
            @PathParam("role") String role,
            @PathParam("scheme") String scheme,
            InputStream body) {
        return revoke(name, new RoleBody(role, scheme), body);
    }

    private Response revoke(String name, RoleBody former, InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        sent.noBody();
        RoleGrant grant = former.grant();
        return change(name, sent, seen -> granting.revoke(caller.actor(), name, seen, grant));
    }

    private Response change(String name, Sent sent, Function<OptionalLong, GrantRoles.Held> act) {
        IfMatch match = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        return answer(match.guard(
                () -> granting.read(caller.actor(), name).version(),
                seen -> Once.of(
                        key,
                        GrantRoles.Held.class,
                        done -> Long.toString(done.version()),
                        version -> granting.read(caller.actor(), name, Long.parseLong(version)),
                        () -> act.apply(seen))));
    }

    private static Response answer(GrantRoles.Held held) {
        return Response.ok(RolesView.of(held))
                .tag(IfMatch.tag(held.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
