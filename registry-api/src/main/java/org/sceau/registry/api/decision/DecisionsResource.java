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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import org.sceau.registry.application.deciding.ReadDecisions;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.VisaId;

/** Decisions by two people: one proposes, another approves what exactly was proposed, and with the approval it is carried out. */
@Path("v1/decisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
@SecurityRequirement(name = "token")
public class DecisionsResource {
    private static final int LARGEST_PAGE = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Decide deciding;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDecisions reading;

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
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER", "AUDITOR"})
    @Operation(
            summary = "Proposals",
            description =
                    "Open ones, the earliest end first; or every one about a visa or a dossier, the one acted on longest ago first, whatever became of it. "
                            + "Handlers of complaints see their own.")
    @Parameter(name = "visa", in = ParameterIn.QUERY, description = "id of a visa; not together with a dossier")
    @Parameter(name = "dossier", in = ParameterIn.QUERY, description = "id of a dossier")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "id of the proposal behind which to read on")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 200",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "200"))
    @APIResponse(
            responseCode = "200",
            description = "Proposals",
            content = @Content(schema = @Schema(implementation = ProposalView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-invalid, parameter-unknown, sign-in-needed, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response all() {
        Query query = Query.of(asked.getQueryParameters(), Set.of("visa", "dossier", "after", "limit"));
        Optional<VisaId> visa = query.one("visa", VisaId::parse, "the id of a visa");
        Optional<DossierId> dossier = query.one("dossier", DossierId::parse, "the id of a dossier");
        if (visa.isPresent() && dossier.isPresent()) {
            throw Query.invalid("dossier", "a visa or a dossier");
        }
        Actor actor = caller.actor();
        Optional<ProposalId> after = query.one("after", ProposalId::parse, "the id of a proposal");
        int limit = query.number("limit", LARGEST_PAGE, 1, LARGEST_PAGE);
        List<Proposal> found = visa.map(id -> reading.about(actor, id, after, limit))
                .or(() -> dossier.map(id -> reading.about(actor, id, after, limit)))
                .orElseGet(() -> reading.open(actor, after, limit));
        return Response.ok(ProposalView.All.of(found, limit))
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
                    "decision-not-in-scheme, decision-needs-dossier, decision-needs-visa, decision-other-scheme, visa-unknown, dossier-unknown, concurrent-change, proposal-repeated, a right that is missing, a limit of the scheme, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response propose(InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        DecisionContent content = sent.body(ContentBody.class).content();
        Proposal proposal = Once.of(
                key,
                Proposal.class,
                made -> made.id().toString(),
                name -> reading.one(caller.actor(), ProposalId.parse(name), 1),
                () -> deciding.propose(caller.actor(), content));
        return answer(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/decisions/" + proposal.id()),
                proposal);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"CERTIFIER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER", "AUDITOR"})
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
        return answer(Response.ok(), reading.one(caller.actor(), id(id)));
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
                        name -> reading.one(caller.actor(), proposal),
                        () -> deciding.reject(caller.actor(), proposal, digest, grounds)));
    }

    private Response change(ProposalId id, Sent sent, Function<OptionalLong, Proposal> act) {
        return answer(
                Response.ok(),
                sent.ifMatch().guard(() -> reading.one(caller.actor(), id).version(), act));
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
