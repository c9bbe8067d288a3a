package org.sceau.registry.api.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.access.ForOwnAccount;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.notifying.KeepPreference;
import org.sceau.registry.application.notifying.Manner;

/** How the own account is told by mail. What it is told stands at the desk and among notices and tasks. */
@Path("v1/notifications/preference")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "token")
public class NotificationPreferenceResource extends OwnActing {
    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepPreference keeping;

    @GET
    @ForOwnAccount
    @Operation(summary = "How you are told by mail")
    @APIResponse(
            responseCode = "200",
            description = "What you chose",
            content = @Content(schema = @Schema(implementation = NotificationPreferenceView.class)))
    @APIResponse(
            responseCode = "default",
            description = "second-factor-missing, token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response mine() {
        Query.of(asked.getQueryParameters(), Set.of());
        return confidential(Response.ok(NotificationPreferenceView.of(keeping.mine(caller.actor()))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOwnAccount
    @Operation(summary = "Choose how you are told by mail", description = "What waits already follows.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NotificationPreferenceView.Choice.class)))
    @APIResponse(
            responseCode = "200",
            description = "What you chose",
            content = @Content(schema = @Schema(implementation = NotificationPreferenceView.class)))
    @APIResponse(
            responseCode = "default",
            description = "field-invalid, second-factor-missing, token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response choose(InputStream body) {
        String mail = Sent.of(request, asked, headers, body)
                .body(NotificationPreferenceView.Choice.class)
                .mail();
        Manner manner = Given.one("mail", mail, Manner.values(), Manner::code);
        return confidential(Response.ok(NotificationPreferenceView.of(keeping.choose(caller.actor(), manner))));
    }
}
