package org.sceau.registry.api.laboratory;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
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
import java.util.Optional;
import java.util.Set;
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
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;

/** Laboratories: which are accredited, authorised or licensed, and for what. Public (EUCC Art. 42(1)). */
@Path("v1/labs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Laboratories")
@SecurityRequirement(name = "token")
public class LabsResource extends LabActing {
    @GET
    @PermitAll
    @Operation(summary = "All laboratories, by name")
    @APIResponse(
            responseCode = "200",
            description = "The laboratories",
            content = @Content(schema = @Schema(implementation = LabView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response all() {
        Query.of(asked.getQueryParameters(), Set.of());
        return Response.ok(LabView.All.of(keeping.all(), calendar.today()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "A laboratory and its titles")
    @APIResponse(
            responseCode = "200",
            description = "The laboratory",
            content = @Content(schema = @Schema(implementation = LabView.class)))
    @APIResponse(
            responseCode = "default",
            description = "lab-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(Response.ok(), known(id(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ADMINISTRATOR", "NCCA_SUPERVISOR"})
    @Operation(summary = "Put a laboratory on record")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LabRequests.Lab.class)))
    @APIResponse(
            responseCode = "201",
            description = "The laboratory, with its address in Location",
            content = @Content(schema = @Schema(implementation = LabView.class)))
    @APIResponse(
            responseCode = "default",
            description = "laboratory-known, field-invalid, value-refused, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response add(InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        LabRequests.Lab said = sent.body(LabRequests.Lab.class);
        Organisation organisation = said.organisation();
        Laboratory.Kind kind = said.known();
        Laboratories.Recorded added = once(key, () -> keeping.add(caller.actor(), organisation, kind));
        return answer(
                Response.status(Response.Status.CREATED)
                        .header(
                                HttpHeaders.LOCATION,
                                "/api/v1/labs/" + added.laboratory().id()),
                added);
    }

    @POST
    @Path("{id}/titles")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ADMINISTRATOR", "NCCA_SUPERVISOR"})
    @Operation(summary = "Record a title of a laboratory")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LabRequests.NewTitle.class)))
    @APIResponse(
            responseCode = "200",
            description = "The laboratory after the act",
            content = @Content(schema = @Schema(implementation = LabView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "lab-unknown, if-match-missing, concurrent-change, title-dates, accreditation-gt-5y, authorisation-outlives-accreditation",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response entitle(@PathParam("id") String id, InputStream body) {
        LaboratoryId laboratory = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        Title title = sent.body(LabRequests.NewTitle.class).title();
        return change(laboratory, sent, seen -> keeping.entitle(caller.actor(), laboratory, seen, title));
    }

    @PUT
    @Path("{id}/kind")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ADMINISTRATOR", "NCCA_SUPERVISOR"})
    @Operation(summary = "Say what kind of body it is, where it was recorded as another")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LabRequests.Declared.class)))
    @APIResponse(
            responseCode = "200",
            description = "The laboratory after the act",
            content = @Content(schema = @Schema(implementation = LabView.class)))
    @APIResponse(
            responseCode = "default",
            description = "lab-unknown, if-match-missing, concurrent-change, field-invalid",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response declare(@PathParam("id") String id, InputStream body) {
        LaboratoryId laboratory = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        Laboratory.Kind kind = sent.body(LabRequests.Declared.class).known();
        return change(laboratory, sent, seen -> keeping.declare(caller.actor(), laboratory, seen, kind));
    }

    @POST
    @Path("{id}/suspensions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ADMINISTRATOR", "NCCA_SUPERVISOR"})
    @Operation(summary = "Suspend a title of a laboratory")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LabRequests.NewSuspension.class)))
    @APIResponse(
            responseCode = "200",
            description = "The laboratory after the act",
            content = @Content(schema = @Schema(implementation = LabView.class)))
    @APIResponse(
            responseCode = "default",
            description = "lab-unknown, if-match-missing, concurrent-change, title-unknown, value-refused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response suspend(@PathParam("id") String id, InputStream body) {
        LaboratoryId laboratory = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        LabRequests.NewSuspension said = sent.body(LabRequests.NewSuspension.class);
        String title = Given.text("title", said.title(), 100);
        Suspension suspension = said.suspension();
        return change(laboratory, sent, seen -> keeping.suspend(caller.actor(), laboratory, seen, title, suspension));
    }

    @POST
    @Path("{id}/liftings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ADMINISTRATOR", "NCCA_SUPERVISOR"})
    @Operation(summary = "Lift the suspension of a title of a laboratory")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LabRequests.Lifting.class)))
    @APIResponse(
            responseCode = "200",
            description = "The laboratory after the act",
            content = @Content(schema = @Schema(implementation = LabView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "lab-unknown, if-match-missing, concurrent-change, title-unknown, title-not-suspended, value-refused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response lift(@PathParam("id") String id, InputStream body) {
        LaboratoryId laboratory = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        LabRequests.Lifting said = sent.body(LabRequests.Lifting.class);
        String title = Given.text("title", said.title(), 100);
        return change(laboratory, sent, seen -> keeping.lift(caller.actor(), laboratory, seen, title, said.from()));
    }
}
