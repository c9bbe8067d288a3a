package org.sceau.registry.api.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.domain.dossier.DossierId;

/** Documents of a dossier, by what is known of them; their bytes are not received yet. */
@Path("v1/dossiers/{id}/documents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class DocumentsResource extends DossierActing {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Deposit a document")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Document.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "document-not-in-version, document-judged, dossier-ended, dossier-full; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response deposit(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Document said = sent.body(Requests.Document.class);
        return act(dossier, sent, seen -> handling.deposit(actor(), dossier, seen, said.paper()));
    }
}
