package org.sceau.registry.api.decision;

import jakarta.annotation.security.RolesAllowed;
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
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.visa.Slug;

/** Decisions by two people: one proposes, another approves what exactly was proposed, and with the approval it is carried out. */
@Path("v1/decisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
@SecurityRequirement(name = "token")
public class DecisionsResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Decide deciding;

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
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Open proposals, the earliest end first")
    @APIResponse(
            responseCode = "200",
            description = "At most 200 proposals",
            content = @Content(schema = @Schema(implementation = ProposalView.Open.class)))
    @APIResponse(
            responseCode = "default",
            description = "sign-in-needed, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response open() {
        Query.of(asked.getQueryParameters(), Set.of());
        return Response.ok(ProposalView.Open.of(deciding.open(caller.actor())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Propose a decision")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContentBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The proposal, with its address in Location",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "decision-not-in-scheme, decision-needs-dossier, decision-needs-visa, decision-other-scheme, visa-unknown, dossier-unknown, concurrent-change, a right that is missing, a limit of the scheme, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response propose(InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        DecisionContent content = sent.body(ContentBody.class).content();
        Proposal proposal = Once.of(
                key,
                Proposal.class,
                made -> made.id().toString(),
                name -> deciding.read(caller.actor(), ProposalId.parse(name), 1),
                () -> deciding.propose(caller.actor(), content));
        return answer(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/decisions/" + proposal.id()),
                proposal);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "A proposal and what became of it")
    @APIResponse(
            responseCode = "200",
            description = "The proposal",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "default",
            description = "proposal-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(Response.ok(), deciding.read(caller.actor(), id(id)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Edit a proposal: approvals of former editions are void")
    @Parameters(@Parameter(ref = "If-Match"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContentBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The proposal as it stands",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "proposal-unknown, proposal-closed, proposal-expired, proposal-of-another, if-match-missing, concurrent-change, or as a new proposal",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response edit(@PathParam("id") String id, InputStream body) {
        ProposalId proposal = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        DecisionContent content = sent.body(ContentBody.class).content();
        return change(proposal, sent, seen -> deciding.edit(caller.actor(), proposal, seen, content));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Take a proposal back")
    @Parameters(@Parameter(ref = "If-Match"))
    @APIResponse(
            responseCode = "200",
            description = "The proposal, retracted; it stays readable",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "proposal-unknown, proposal-closed, proposal-expired, proposal-of-another, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response retract(@PathParam("id") String id, InputStream body) {
        ProposalId proposal = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        sent.noBody();
        return change(proposal, sent, seen -> deciding.retract(caller.actor(), proposal, seen));
    }

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(
            summary = "Approve a proposal and carry it out",
            description =
                    "Bound to the digest of what was seen, which stands in the place of If-Match. Numbering, visa, dossier and journal are one transaction.")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SecondWord.class)))
    @APIResponse(
            responseCode = "200",
            description = "The decision, and the visa that it made or changed",
            content = @Content(schema = @Schema(implementation = ProposalView.Outcome.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "proposal-unknown, proposal-closed, proposal-expired, proposal-changed, approval-own-proposal, approver-involved, concurrent-change, a right that is missing, or a limit of the scheme",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response approve(@PathParam("id") String id, InputStream body) {
        ProposalId proposal = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        SecondWord word = sent.body(SecondWord.class);
        String digest = word.seen();
        String grounds = word.words();
        Decide.Outcome outcome = Once.of(
                key,
                Decide.Outcome.class,
                done -> proposal + done.visa().map(visa -> " " + visa.slug()).orElse(""),
                name -> deciding.outcome(caller.actor(), proposal, visa(name)),
                () -> deciding.approve(caller.actor(), proposal, digest, grounds));
        return Response.ok(ProposalView.Outcome.of(outcome))
                .tag(IfMatch.tag(outcome.proposal().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Reject a proposal: one rejection ends it")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SecondWord.class)))
    @APIResponse(
            responseCode = "200",
            description = "The proposal, rejected",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "proposal-unknown, proposal-closed, proposal-expired, proposal-changed, approval-own-proposal, or a right that is missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response reject(@PathParam("id") String id, InputStream body) {
        ProposalId proposal = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        SecondWord word = sent.body(SecondWord.class);
        String digest = word.seen();
        String grounds = word.words();
        return answer(
                Response.ok(),
                Once.of(
                        key,
                        Proposal.class,
                        done -> done.id().toString(),
                        name -> deciding.read(caller.actor(), proposal),
                        () -> deciding.reject(caller.actor(), proposal, digest, grounds)));
    }

    private Response change(ProposalId id, Sent sent, Function<OptionalLong, Proposal> act) {
        return answer(
                Response.ok(),
                sent.ifMatch().guard(() -> deciding.read(caller.actor(), id).version(), act));
    }

    private static Response answer(Response.ResponseBuilder answer, Proposal proposal) {
        return answer.entity(ProposalView.of(proposal))
                .tag(IfMatch.tag(proposal.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Optional<Slug> visa(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? Optional.empty() : Optional.of(new Slug(name.substring(space + 1)));
    }

    private static ProposalId id(String text) {
        return Given.id(text, ProposalId::new, "proposal-unknown");
    }
}
