package org.sceau.registry.api.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameters;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.domain.dossier.DossierId;

/** What a laboratory says to its assignment. */
@Path("v1/dossiers/{id}/assignment")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class AssignmentResource extends DossierActing {
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(
            summary = "Accept the evaluation for the own laboratory, or decline it",
            description =
                    "To work on it is to accept it. A laboratory that declined is none of the dossier any more and no longer sees it.")
    @Parameters(@Parameter(ref = "If-Match"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.AssignmentAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Accepted: the dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(responseCode = "204", description = "Declined")
    @APIResponse(
            responseCode = "default",
            description = "engagement-not-open, field-missing for one that declines without reason; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response answer(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.AssignmentAnswer said = sent.body(Requests.AssignmentAnswer.class);
        Optional<String> declined = said.declined();
        if (declined.isEmpty()) {
            return act(dossier, sent, seen -> handling.answerAssignment(actor(), dossier, seen, declined));
        }
        sent.ifMatch()
                .guard(
                        () -> reading.one(actor(), dossier, Optional.empty())
                                .dossier()
                                .version(),
                        seen -> handling.answerAssignment(actor(), dossier, seen, declined));
        return Response.noContent().build();
    }
}
