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
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.domain.dossier.DossierId;

/** Conclusions recorded on the way: of the laboratory, of the review. */
@Path("v1/dossiers/{id}/conclusions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class ConclusionsResource extends DossierActing {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Record a conclusion")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Conclusion.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "conclusion-not-in-version, conclusion-not-now, or the code of a guard; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response conclude(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Conclusion said = sent.body(Requests.Conclusion.class);
        String type = Given.text("type", said.type(), 60);
        String grounds = Requests.words("grounds", said.grounds());
        return act(dossier, sent, seen -> handling.conclude(actor(), dossier, seen, type, said.favourable(), grounds));
    }
}
