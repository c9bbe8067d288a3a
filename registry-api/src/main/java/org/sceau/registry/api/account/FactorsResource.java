package org.sceau.registry.api.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.sceau.registry.api.access.ForOwnAccount;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.proving.KeepFactors;

/** Second factors of the own account. Passkeys are enrolled in the browser, at the desk; authenticators here as well. */
@Path("v1/factors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "token")
public class FactorsResource extends OwnActing {
    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepFactors keeping;

    @GET
    @ForOwnAccount
    @Operation(summary = "Your second factors, and how many recovery codes are left")
    @APIResponse(
            responseCode = "200",
            description = "The factors",
            content = @Content(schema = @Schema(implementation = FactorViews.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response mine() {
        Query.of(asked.getQueryParameters(), Set.of());
        return confidential(Response.ok(FactorViews.All.of(keeping.mine(caller.actor()))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOwnAccount
    @Operation(
            summary = "Begin to enrol an authenticator",
            description =
                    "Its secret is told once. It counts once its first code is confirmed. Whoever has a factor already shows it before.")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FactorViews.New.class)))
    @APIResponse(
            responseCode = "201",
            description = "The factor, with its secret",
            content = @Content(schema = @Schema(implementation = FactorViews.Begun.class)))
    @APIResponse(
            responseCode = "default",
            description = "step-up-needed, factors-full, token-scope-missing, field-invalid, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response begin(InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        String label = sent.body(FactorViews.New.class).given();
        KeepFactors.Begun begun = Once.of(
                key,
                KeepFactors.Begun.class,
                done -> done.factor().id(),
                id -> keeping.begun(caller.actor(), id),
                () -> keeping.begin(caller.actor(), label));
        return confidential(Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/factors")
                .entity(FactorViews.Begun.of(begun)));
    }

    @PUT
    @Path("{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOwnAccount
    @Operation(
            summary = "Make an authenticator count, by its first code",
            description = "With the first factor come recovery codes, told once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FactorViews.Code.class)))
    @APIResponse(
            responseCode = "200",
            description = "The factor",
            content = @Content(schema = @Schema(implementation = FactorViews.Enrolled.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "factor-unknown, factor-confirmed, factor-wrong, factor-too-soon, step-up-needed, token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response confirm(@PathParam("id") String id, InputStream body) {
        String code = Sent.of(request, asked, headers, body)
                .body(FactorViews.Code.class)
                .given();
        return confidential(Response.ok(FactorViews.Enrolled.of(keeping.confirm(caller.actor(), id, code))));
    }

    @DELETE
    @Path("{id}")
    @ForOwnAccount
    @Operation(summary = "Take a factor away")
    @APIResponse(
            responseCode = "200",
            description = "The factors that are left",
            content = @Content(schema = @Schema(implementation = FactorViews.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "factor-unknown, factor-last, step-up-needed, token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response remove(@PathParam("id") String id, InputStream body) {
        Sent.of(request, asked, headers, body).noBody();
        keeping.remove(caller.actor(), id);
        return confidential(Response.ok(FactorViews.All.of(keeping.mine(caller.actor()))));
    }

    @PUT
    @Path("recovery-codes")
    @ForOwnAccount
    @Operation(summary = "Get recovery codes in place of all former ones")
    @APIResponse(
            responseCode = "200",
            description = "The codes, told once",
            content = @Content(schema = @Schema(implementation = FactorViews.RecoveryCodes.class)))
    @APIResponse(
            responseCode = "default",
            description = "factor-none, step-up-needed, token-scope-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response renew(InputStream body) {
        Sent.of(request, asked, headers, body).noBody();
        return confidential(Response.ok(new FactorViews.RecoveryCodes(keeping.renewRecoveryCodes(caller.actor()))));
    }
}
