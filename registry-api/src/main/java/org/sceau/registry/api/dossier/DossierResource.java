package org.sceau.registry.api.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.rule.FactValue;

/** One dossier: as it is or was known, what it lacks, the steps open to the caller, and what its parties put into it. */
@Path("v1/dossiers/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class DossierResource extends DossierActing {

    @Inject
    @SuppressWarnings("NullAway.Init")
    OpenDossier opening;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

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
    @Operation(
            summary = "A dossier as it stands, or stood on a day, with what is known, or was known at an instant",
            description =
                    "Handlers and auditors see the account names of all who acted; others those of their own organisation, and of everybody else organisation and role.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description =
                    "a legal day, YYYY-MM-DD: what had happened by its end, and the clocks of that day; today by default",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "knownAt",
            in = ParameterIn.QUERY,
            description = "an instant, such as 2026-05-12T08:00:00Z; now by default",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @APIResponse(
            responseCode = "200",
            description = "The dossier",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-invalid, parameter-unknown, dossier-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("id") String id) {
        DossierId dossier = id(id);
        Query query = Query.of(asked.getQueryParameters(), Set.of("asOf", "knownAt"));
        Optional<Instant> knownAt = query.instant("knownAt");
        return query.day("asOf")
                .map(day -> answerOfDay(reading.one(actor(), dossier, knownAt, day)))
                .orElseGet(() -> answer(Response.ok(), reading.one(actor(), dossier, knownAt)));
    }

    @GET
    @Path("preflight")
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
    @Operation(summary = "All that stands in the way of submitting it")
    @APIResponse(
            responseCode = "200",
            description = "Findings, each with its remedy; none when it is complete",
            content = @Content(schema = @Schema(implementation = StepsView.Preflight.class)))
    @APIResponse(
            responseCode = "default",
            description = "dossier-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response preflight(@PathParam("id") String id) {
        DossierId dossier = id(id);
        Query.of(asked.getQueryParameters(), Set.of());
        return Response.ok(StepsView.Preflight.of(opening.preflight(actor(), dossier), texts()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("laboratories")
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
    @Operation(summary = "The laboratories that could be assigned today, and what the others lack")
    @APIResponse(
            responseCode = "200",
            description = "Every laboratory on record, those that fit first",
            content = @Content(schema = @Schema(implementation = StepsView.CandidatesView.class)))
    @APIResponse(
            responseCode = "default",
            description = "dossier-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response candidates(@PathParam("id") String id) {
        DossierId dossier = id(id);
        Query.of(asked.getQueryParameters(), Set.of());
        return Response.ok(StepsView.CandidatesView.of(reading.candidates(actor(), dossier), texts()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("steps")
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
    @Operation(summary = "The steps of the caller's roles at the present stage, and what stands in their way")
    @APIResponse(
            responseCode = "200",
            description = "The steps",
            content = @Content(schema = @Schema(implementation = StepsView.class)))
    @APIResponse(
            responseCode = "default",
            description = "dossier-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response steps(@PathParam("id") String id) {
        DossierId dossier = id(id);
        Query.of(asked.getQueryParameters(), Set.of());
        ReadDossiers.OpenSteps steps = reading.steps(actor(), dossier);
        return Response.ok(StepsView.of(steps, texts()))
                .tag(IfMatch.tag(steps.dossier().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Take a step of the procedure")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Step.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "step-not-open, reason-missing, document-missing, conclusion-missing, conclusion-unfavourable, conclusion-outdated, decision-needed, or a code of the scheme; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response step(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Step said = sent.body(Requests.Step.class);
        String step = Given.text("step", said.step(), 60);
        Optional<String> why = said.why();
        return act(dossier, sent, seen -> handling.takeStep(actor(), dossier, seen, step, why));
    }

    @PUT
    @Path("application")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Change what is asked for, while the ball is with the applicant")
    @Parameters(@Parameter(ref = "If-Match"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApplicationBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "not-open-for-changes, fact-not-yours; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response application(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        ApplicationBody said = sent.body(ApplicationBody.class);
        SchemeVersion scheme = reading.one(actor(), dossier, Optional.empty()).scheme();
        Application wanted = said.application(Optional.of(scheme), "");
        return act(dossier, sent, seen -> handling.changeApplication(actor(), dossier, seen, wanted));
    }

    @PUT
    @Path("facts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Replace what the assigned laboratory declares, until its report is delivered")
    @Parameters(@Parameter(ref = "If-Match"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Plan.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "fact-not-in-version, fact-not-yours, fact-misfit, not-open-for-changes; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response facts(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Plan said = sent.body(Requests.Plan.class);
        SchemeVersion scheme = reading.one(actor(), dossier, Optional.empty()).scheme();
        Map<String, FactValue> stated = Facts.of(said.facts(), Optional.of(scheme), "facts");
        return act(dossier, sent, seen -> handling.state(actor(), dossier, seen, stated));
    }

    @PUT
    @Path("staff")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Replace the persons and subcontracts shown as evidence")
    @Parameters(@Parameter(ref = "If-Match"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Staff.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description = "staff-not-in-version, not-open-for-changes; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response staff(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Staff said = sent.body(Requests.Staff.class);
        return act(
                dossier,
                sent,
                seen -> handling.showStaff(actor(), dossier, seen, said.assignments(), said.contracts()));
    }

    @PUT
    @Path("laboratories")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "EVALUATOR", "CERTIFIER", "REVIEWER", "DECIDER", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Assign laboratories")
    @Parameters(@Parameter(ref = "If-Match"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Requests.Laboratories.class)))
    @APIResponse(
            responseCode = "200",
            description = "The dossier after the act",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "lab-unknown, lab-scope-van and the other gaps of a laboratory, laboratory-not-the-former; and as every act",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response laboratories(@PathParam("id") String id, InputStream body) {
        DossierId dossier = id(id);
        Sent sent = sent(body);
        Requests.Laboratories said = sent.body(Requests.Laboratories.class);
        return act(dossier, sent, seen -> handling.assign(actor(), dossier, seen, said.ids()));
    }

    private ProblemTexts texts() {
        return ProblemTexts.acceptable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), languages.first());
    }
}
