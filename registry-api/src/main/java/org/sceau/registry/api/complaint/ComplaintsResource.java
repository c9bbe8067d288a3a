package org.sceau.registry.api.complaint;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
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
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.access.ForEveryRole;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.application.complaining.ReadComplaints;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;

/** Complaints and appeals: anyone with an account files one; staff records what came by letter. */
@Path("v1/complaints")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Complaints")
@SecurityRequirement(name = "token")
public class ComplaintsResource {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FileComplaint filing;

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
            summary = "Complaints, last step first",
            description =
                    "One's own; all of them for handlers, supervisors and auditors, without who complained and of what.")
    @Parameter(
            name = "before",
            in = ParameterIn.QUERY,
            description = "id of the complaint to go on behind: `next` of the page before")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "200"))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ComplaintView.Page.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-invalid, parameter-unknown, sign-in-needed",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response page() {
        Query query = Query.of(asked.getQueryParameters(), Set.of("before", "limit"));
        int limit = query.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
        Optional<ComplaintId> before = query.text("before").map(ComplaintResource::id);
        return Response.ok(ComplaintView.Page.of(reading.page(caller.actor(), before, limit), limit))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ForEveryRole
    @Operation(summary = "File a complaint or an appeal, or record one that came by letter")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComplaintRequests.Filed.class)))
    @APIResponse(
            responseCode = "201",
            description = "The complaint, with its address in Location",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "visa-unknown, dossier-unknown, lab-unknown, complaint-in-own-name, complaint-day, appeal-without-decision, appeal-not-a-party, field-invalid, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response file(InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        FileComplaint.Request filed = sent.body(ComplaintRequests.Filed.class).request();
        Complaint complaint = Once.of(
                key,
                Complaint.class,
                made -> made.id().toString(),
                name -> reading.one(caller.actor(), ComplaintId.parse(name), 1).complaint(),
                () -> filing.file(caller.actor(), filed));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/complaints/" + complaint.id())
                .entity(ComplaintView.of(reading.one(caller.actor(), complaint.id(), complaint.version())))
                .tag(IfMatch.tag(complaint.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
