package org.sceau.registry.api.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.application.scheduling.ReadNotices;

/** What the caller's organisation was told. */
@Path("v1/notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scheduled work")
@SecurityRequirement(name = "token")
public class NoticesResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadNotices reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

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
    @Operation(summary = "Notices to the caller's organisation, newest first")
    @Parameter(
            name = "before",
            in = ParameterIn.QUERY,
            description = "position to go on behind: `next` of the page before")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "200"))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = NoticeView.Page.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-invalid, parameter-unknown, sign-in-needed, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response page() {
        Pages page = Pages.of(Query.of(asked.getQueryParameters(), Set.of("before", "limit")));
        return Response.ok(NoticeView.Page.of(reading.page(caller.actor(), page.before(), page.limit()), page.limit()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
