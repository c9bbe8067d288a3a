package org.sceau.registry.api.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.publishing.SendPackage;
import org.sceau.registry.domain.dossier.DossierId;

/** The package of a granted certificate for the European agency (EUCC Art. 42(2)). */
@Path("v1/dossiers/{id}/agency-package")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class PackageResource extends DossierActing {
    @Inject
    @SuppressWarnings("NullAway.Init")
    SendPackage sending;

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
        "AUDITOR"
    })
    @Operation(summary = "The package for the European agency: its documents, and what it lacks")
    @APIResponse(
            responseCode = "200",
            description = "The package",
            content = @Content(schema = @Schema(implementation = PackageView.class)))
    @APIResponse(
            responseCode = "default",
            description = "dossier-unknown, package-not-in-scheme",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response read(@PathParam("id") String id) {
        return answer(sending.read(actor(), id(id)));
    }

    @POST
    @RolesAllowed("CERTIFIER")
    @Operation(summary = "Put on record that the package was sent as it stands")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The package, sent",
            content = @Content(schema = @Schema(implementation = PackageView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "dossier-unknown, if-match-missing, concurrent-change, package-not-in-scheme, package-not-granted, package-incomplete, package-sent, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response send(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        sent.noBody();
        IfMatch match = sent.ifMatch();
        return answer(Once.of(
                sent.key(),
                SendPackage.Sight.class,
                done -> id,
                name -> sending.read(actor(), dossier),
                () -> match.guard(
                        () -> sending.read(actor(), dossier).version(), seen -> sending.send(actor(), dossier, seen))));
    }

    private static Response answer(SendPackage.Sight sight) {
        return Response.ok(PackageView.of(sight))
                .tag(IfMatch.tag(sight.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
