package org.sceau.registry.api.laboratory;

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
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Restriction;

/** Restrictions of the titles of a laboratory ((EU) 2024/3143 Art. 4(2)). */
@Path("v1/labs/{id}/restrictions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Laboratories")
@SecurityRequirement(name = "token")
public class RestrictionsResource extends LabActing {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ADMINISTRATOR", "NCCA_SUPERVISOR"})
    @Operation(summary = "Restrict a title of a laboratory to less than it covers")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LabRequests.NewRestriction.class)))
    @APIResponse(
            responseCode = "200",
            description = "The laboratory after the act",
            content = @Content(schema = @Schema(implementation = LabView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "lab-unknown, if-match-missing, concurrent-change, title-unknown, restriction-not-narrower, value-refused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response restrict(@PathParam("id") String id, InputStream body) {
        LaboratoryId laboratory = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        LabRequests.NewRestriction said = sent.body(LabRequests.NewRestriction.class);
        String title = Given.text("title", said.title(), 100);
        Restriction restriction = said.restriction();
        return change(laboratory, sent, seen -> keeping.restrict(caller.actor(), laboratory, seen, title, restriction));
    }

    @POST
    @Path("liftings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ADMINISTRATOR", "NCCA_SUPERVISOR"})
    @Operation(summary = "Lift the restrictions of a title of a laboratory")
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
                    "lab-unknown, if-match-missing, concurrent-change, title-unknown, title-not-restricted, value-refused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response restore(@PathParam("id") String id, InputStream body) {
        LaboratoryId laboratory = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        LabRequests.Lifting said = sent.body(LabRequests.Lifting.class);
        String title = Given.text("title", said.title(), 100);
        return change(laboratory, sent, seen -> keeping.restore(caller.actor(), laboratory, seen, title, said.from()));
    }
}
