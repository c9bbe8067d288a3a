package org.sceau.registry.api.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.access.ForOwnAccount;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Proof;
import org.sceau.registry.application.proving.ShowFactor;

/** A second factor shown with a token: for five minutes, acts that need a fresh one go through with it. */
@Path("v1/step-up")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "token")
public class StepUpResource extends OwnActing {
    @Inject
    @SuppressWarnings("NullAway.Init")
    ShowFactor showing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOwnAccount
    @Operation(
            summary = "Show a second factor, for acts that answered step-up-needed",
            description = "A code is good once. After five wrong ones in a row the next must wait.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FactorViews.Code.class)))
    @APIResponse(
            responseCode = "200",
            description = "Until when it counts as fresh",
            content = @Content(schema = @Schema(implementation = FactorViews.SteppedUp.class)))
    @APIResponse(
            responseCode = "default",
            description = "factor-wrong, factor-too-soon, factor-none, second-factor-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response show(InputStream body) {
        String code = Sent.of(request, asked, headers, body)
                .body(FactorViews.Code.class)
                .given();
        showing.byCode(caller.actor(), code);
        return confidential(
                Response.ok(new FactorViews.SteppedUp(clock.instant().plus(Proof.FRESH))));
    }
}
