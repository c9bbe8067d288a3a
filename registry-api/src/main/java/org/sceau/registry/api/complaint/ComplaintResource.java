package org.sceau.registry.api.complaint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.access.ForEveryRole;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.complaining.ComplaintSight;
import org.sceau.registry.application.complaining.HandleComplaint;
import org.sceau.registry.application.complaining.ReadComplaints;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;
import org.sceau.registry.domain.complaint.Outcome;
import org.sceau.registry.domain.complaint.Progress;

/** One complaint, and what its handler does with it. */
@Path("v1/complaints/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Complaints")
@SecurityRequirement(name = "token")
public class ComplaintResource {
    private static final String VERSION = " v";

    @Inject
    @SuppressWarnings("NullAway.Init")
    HandleComplaint handling;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadComplaints reading;

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
    @ForEveryRole
    @Operation(
            summary = "A complaint as the caller sees it",
            description =
                    "Who complained, and of what, is shown to handlers who are independent and to whoever filed it.")
    @APIResponse(
            responseCode = "200",
            description = "The complaint",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(
            responseCode = "default",
            description = "complaint-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(reading.one(caller.actor(), id(id)));
    }

    @POST
    @Path("assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("COMPLAINT_HANDLER")
    @Operation(summary = "Give a complaint to a handler")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComplaintRequests.Assigned.class)))
    @APIResponse(
            responseCode = "200",
            description = "The complaint after the act",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "complaint-unknown, if-match-missing, concurrent-change, complaint-closed, complaint-handler-unknown; of either of the two sod-complaint-handler, sod-complaint-party, sod-complaint-complainant, or the code of the scheme",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response assign(@PathParam("id") String id, InputStream body) {
        ComplaintId complaint = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        String to = sent.body(ComplaintRequests.Assigned.class).to();
        return change(complaint, sent, seen -> handling.assign(caller.actor(), complaint, seen, to));
    }

    @POST
    @Path("steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("COMPLAINT_HANDLER")
    @Operation(summary = "Admit, investigate, tell the complainant, note")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComplaintRequests.Step.class)))
    @APIResponse(
            responseCode = "200",
            description = "The complaint after the act",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "complaint-unknown, if-match-missing, concurrent-change, complaint-closed, complaint-of-another-handler, complaint-step-not-open, complaint-full, sod-complaint-handler, sod-complaint-party, sod-complaint-complainant, or the code of the scheme",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response step(@PathParam("id") String id, InputStream body) {
        ComplaintId complaint = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        ComplaintRequests.Step step = sent.body(ComplaintRequests.Step.class);
        Progress.Act act = step.taken();
        String text = step.words();
        return change(complaint, sent, seen -> handling.step(caller.actor(), complaint, seen, act, text));
    }

    @POST
    @Path("outcome")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("COMPLAINT_HANDLER")
    @Operation(summary = "End a complaint: as inadmissible, or with what was found")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComplaintRequests.Ended.class)))
    @APIResponse(
            responseCode = "200",
            description = "The complaint after the act",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "complaint-unknown, if-match-missing, concurrent-change, complaint-closed, complaint-of-another-handler, complaint-step-not-open, legal-remedy-missing, sod-complaint-handler, sod-complaint-party, sod-complaint-complainant, or the code of the scheme",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response end(@PathParam("id") String id, InputStream body) {
        ComplaintId complaint = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        ComplaintRequests.Ended ended = sent.body(ComplaintRequests.Ended.class);
        Outcome.Finding finding = ended.found();
        String reasons = ended.grounds();
        Optional<String> measures = ended.asked();
        Optional<String> remedy = ended.remedy();
        return change(
                complaint,
                sent,
                seen -> handling.end(caller.actor(), complaint, seen, finding, reasons, measures, remedy));
    }

    private Response change(ComplaintId id, Sent sent, Function<OptionalLong, Complaint> act) {
        IfMatch match = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        Complaint after = match.guard(
                () -> reading.one(caller.actor(), id).complaint().version(),
                seen -> Once.of(
                        key,
                        Complaint.class,
                        done -> done.id() + VERSION + done.version(),
                        this::recalled,
                        () -> act.apply(seen)));
        return answer(reading.one(caller.actor(), id, after.version()));
    }

    private Complaint recalled(String name) {
        int end = name.indexOf(VERSION);
        return reading.one(
                        caller.actor(),
                        ComplaintId.parse(name.substring(0, end)),
                        Long.parseLong(name.substring(end + VERSION.length())))
                .complaint();
    }

    private static Response answer(ComplaintSight sight) {
        return Response.ok(ComplaintView.of(sight))
                .tag(IfMatch.tag(sight.complaint().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static ComplaintId id(String text) {
        return Given.id(text, ComplaintId::new, "complaint-unknown");
    }
}
