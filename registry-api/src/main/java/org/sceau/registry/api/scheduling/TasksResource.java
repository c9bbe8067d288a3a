package org.sceau.registry.api.scheduling;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.scheduling.WorkOnTasks;
import org.sceau.registry.domain.task.TaskId;

/** What the caller's roles are asked to do. A task for other roles is answered like one that is not there. */
@Path("v1/tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scheduled work")
@SecurityRequirement(name = "token")
public class TasksResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    WorkOnTasks tasks;

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
    @RolesAllowed({
        "CERTIFIER",
        "REVIEWER",
        "DECIDER",
        "NCCA_SUPERVISOR",
        "NCCA_APPROVER",
        "COMPLAINT_HANDLER",
        "AUDITOR"
    })
    @Operation(summary = "Tasks for the caller's roles, newest first")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            schema = @Schema(defaultValue = "open"),
            description = "open or done")
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
            content = @Content(schema = @Schema(implementation = TaskView.Page.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-invalid, parameter-unknown, sign-in-needed, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response page() {
        Query query = Query.of(asked.getQueryParameters(), Set.of("state", "before", "limit"));
        Pages page = Pages.of(query);
        boolean open = switch (query.text("state").orElse("open")) {
            case "open" -> true;
            case "done" -> false;
            default -> throw Query.invalid("state", "open, done");
        };
        return Response.ok(
                        TaskView.Page.of(tasks.page(caller.actor(), open, page.before(), page.limit()), page.limit()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        "CERTIFIER",
        "REVIEWER",
        "DECIDER",
        "NCCA_SUPERVISOR",
        "NCCA_APPROVER",
        "COMPLAINT_HANDLER",
        "AUDITOR"
    })
    @Operation(summary = "A task")
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    @APIResponse(
            responseCode = "default",
            description = "task-unknown, sign-in-needed, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(tasks.one(caller.actor(), id(id)));
    }

    @POST
    @Path("{id}/settlements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"CERTIFIER", "REVIEWER", "DECIDER", "NCCA_SUPERVISOR", "NCCA_APPROVER", "COMPLAINT_HANDLER"})
    @Operation(summary = "Settle a task of a kind that a person settles, by saying why")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettlementBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The task, settled",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "task-unknown, task-settled, task-not-by-hand, if-match-missing, concurrent-change, field-invalid, or a separation of duties",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response settle(@PathParam("id") String id, InputStream body) {
        TaskId task = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        IfMatch seen = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        String text = sent.body(SettlementBody.class).words();
        return answer(seen.guard(
                () -> tasks.one(caller.actor(), task).recorded().task().version(),
                version -> Once.of(
                        key,
                        WorkOnTasks.Sight.class,
                        done -> task.toString(),
                        name -> tasks.one(caller.actor(), task),
                        () -> tasks.settle(caller.actor(), task, version, text))));
    }

    private static Response answer(WorkOnTasks.Sight sight) {
        return Response.ok(TaskView.of(sight))
                .tag(IfMatch.tag(sight.recorded().task().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static TaskId id(String text) {
        return Given.id(text, TaskId::new, "task-unknown");
    }
}
