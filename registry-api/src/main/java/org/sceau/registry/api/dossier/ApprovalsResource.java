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
import java.util.Optional;
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

/** Approvals that one side asks for and another gives: two persons of it, unless the scheme leaves one to it. */
@Path("v1/dossiers/{id}/approvals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class ApprovalsResource extends DossierActing {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Ask for an approval")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Approval.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "approval-not-in-version, approval-already-pending, document-missing, approval-end, dossier-ended; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response ask(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Approval said = sent.body(Requests.Approval.class);
        String type = Given.text("type", said.type(), 60);
        String why = Requests.words("justification", said.justification());
        return act(
                dossier,
                sent,
                seen -> handling.askApproval(actor(), dossier, seen, type, why, Optional.ofNullable(said.until())));
    }

    @POST
    @Path("{type}/withdrawal")
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(
            summary = "Take back a request that nobody answered",
            description = "Takes no body. Nothing waits for it any more, and it may be made again")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "approval-not-in-version, approval-not-pending, dossier-ended; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response takeBack(@PathParam("id") String id, @PathParam("type") String type, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        sent.noBody();
        return act(dossier, sent, seen -> handling.takeApprovalBack(actor(), dossier, seen, type));
    }

    @POST
    @Path("{type}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(
            summary = "Answer an approval that is pending",
            description = "Gives or denies it where one person does; otherwise proposes the answer to a second person")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.ApprovalAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "approval-not-in-version, approval-not-pending, approval-day, answer-already-proposed; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response answer(@PathParam("id") String id, @PathParam("type") String type, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.ApprovalAnswer said = sent.body(Requests.ApprovalAnswer.class);
        String grounds = Requests.words("grounds", said.grounds());
        return act(
                dossier,
                sent,
                seen -> handling.answerApproval(actor(), dossier, seen, type, said.given(), said.day(), grounds));
    }

    @POST
    @Path("{type}/answer/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Approve the answer that somebody else proposed")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.AnswerApproval.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "approval-not-in-version, approval-not-pending, answer-not-proposed, dossier-ended, proposal-expired, approval-own-proposal, approver-involved, "
                            + "proposal-changed; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response approve(@PathParam("id") String id, @PathParam("type") String type, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.AnswerApproval said = sent.body(Requests.AnswerApproval.class);
        String digest = Given.text("digest", said.digest(), 64);
        return act(dossier, sent, seen -> handling.approveAnswer(actor(), dossier, seen, type, digest));
    }

    @POST
    @Path("{type}/answer/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Reject the answer that somebody else proposed")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.AnswerRejection.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "approval-not-in-version, approval-not-pending, answer-not-proposed, dossier-ended, proposal-expired, approval-own-proposal, approver-involved, "
                            + "proposal-changed; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response reject(@PathParam("id") String id, @PathParam("type") String type, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.AnswerRejection said = sent.body(Requests.AnswerRejection.class);
        String digest = Given.text("digest", said.digest(), 64);
        String grounds = Requests.words("grounds", said.grounds());
        return act(dossier, sent, seen -> handling.rejectAnswer(actor(), dossier, seen, type, digest, grounds));
    }
}
