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
import java.util.regex.Pattern;
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
import org.sceau.registry.domain.party.Role;

/** Questions and answers in numbered rounds, kept for ever. */
@Path("v1/dossiers/{id}/questions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class QuestionsResource extends DossierActing {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Ask a question")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Question.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "question-to-nobody, question-due, document-not-in-version, question-without-document, dossier-ended; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response ask(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Question said = sent.body(Requests.Question.class);
        Role to = said.addressee();
        String text = Requests.words("text", said.text());
        return act(
                dossier,
                sent,
                seen -> handling.ask(actor(), dossier, seen, to, said.about(), said.part(), text, said.due()));
    }

    @POST
    @Path("{n}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Answer the newest round of a question")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Answer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "question-unknown, question-not-open; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response answer(@PathParam("id") String id, @PathParam("n") String n, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Answer said = sent.body(Requests.Answer.class);
        int question = number(n);
        String text = Requests.words("text", said.text());
        return act(dossier, sent, seen -> handling.answer(actor(), dossier, seen, question, text));
    }

    @POST
    @Path("{n}/rounds")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Ask again after an answer that does not do")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Round.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "question-unknown, question-not-answered, question-due; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response askAgain(@PathParam("id") String id, @PathParam("n") String n, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Round said = sent.body(Requests.Round.class);
        int question = number(n);
        String text = Requests.words("text", said.text());
        return act(dossier, sent, seen -> handling.askAgain(actor(), dossier, seen, question, text, said.due()));
    }

    @POST
    @Path("{n}/settlement")
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Settle a question whose answer does")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "question-unknown, question-not-answered; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response settle(@PathParam("id") String id, @PathParam("n") String n, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        sent.noBody();
        int question = number(n);
        return act(dossier, sent, seen -> handling.settle(actor(), dossier, seen, question));
    }

    /** What is no number names no question. */
    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
