package org.sceau.registry.api.surveilling;

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
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
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
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.surveilling.AskRemedy;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.remedy.RemedyId;
import org.sceau.registry.domain.visa.VisaId;

/** Remedies: asked of a holder, proposed, answered. When none came in time a decision is due (EUCC Art. 28-29). */
@Path("v1/remedies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Surveillance")
@SecurityRequirement(name = "token")
public class RemediesResource {
    private static final String VERSION = " v";

    @Inject
    @SuppressWarnings("NullAway.Init")
    AskRemedy asking;

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
    @RolesAllowed({"SPONSOR", "CERTIFIER", "DECIDER", "NCCA_SUPERVISOR", "AUDITOR"})
    @Operation(summary = "The remedies asked of the holder of a visa, newest first")
    @Parameter(name = "visa", in = ParameterIn.QUERY, required = true, description = "id of the visa")
    @APIResponse(
            responseCode = "200",
            description = "At most 200",
            content = @Content(schema = @Schema(implementation = RemedyView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "visa-unknown, parameter-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response about() {
        Query query = Query.of(asked.getQueryParameters(), Set.of("visa"));
        VisaId visa = Given.id(query.needed("visa"), VisaId::new, "visa-unknown");
        return Response.ok(RemedyView.All.of(asking.about(caller.actor(), visa)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"CERTIFIER", "DECIDER"})
    @Operation(summary = "Ask the holder of a visa for a remedy")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RemedyRequests.Asked.class)))
    @APIResponse(
            responseCode = "201",
            description = "The remedy, with its address in Location",
            content = @Content(schema = @Schema(implementation = RemedyView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "visa-unknown, scheme-without-remedies, remedy-visa-over, remedy-day, remedy-gt-30d or the code of the scheme, a separation of duties, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response ask(InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        RemedyRequests.Asked said = sent.body(RemedyRequests.Asked.class);
        VisaId visa = said.about();
        Remedy.Ground ground = said.why();
        String text = said.text();
        LocalDate due = said.due();
        Remedy remedy = once(key, () -> asking.ask(caller.actor(), visa, ground, text, due));
        return answer(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/remedies/" + remedy.id()),
                asking.one(caller.actor(), remedy.id(), remedy.version()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"SPONSOR", "CERTIFIER", "DECIDER", "NCCA_SUPERVISOR", "AUDITOR"})
    @Operation(summary = "A remedy and where it stands today")
    @APIResponse(
            responseCode = "200",
            description = "The remedy",
            content = @Content(schema = @Schema(implementation = RemedyView.class)))
    @APIResponse(
            responseCode = "default",
            description = "remedy-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(Response.ok(), asking.one(caller.actor(), id(id)));
    }

    @POST
    @Path("{id}/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("SPONSOR")
    @Operation(summary = "Propose a remedy, as its holder")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RemedyRequests.Proposed.class)))
    @APIResponse(
            responseCode = "200",
            description = "The remedy after the act",
            content = @Content(schema = @Schema(implementation = RemedyView.class)))
    @APIResponse(
            responseCode = "default",
            description = "remedy-unknown, remedy-step-not-open, remedy-full, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response propose(@PathParam("id") String id, InputStream body) {
        RemedyId remedy = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        String text = sent.body(RemedyRequests.Proposed.class).text();
        return change(remedy, sent, seen -> asking.propose(caller.actor(), remedy, seen, text));
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"CERTIFIER", "DECIDER"})
    @Operation(summary = "Answer a proposal: adequate or not")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RemedyRequests.Answered.class)))
    @APIResponse(
            responseCode = "200",
            description = "The remedy after the act",
            content = @Content(schema = @Schema(implementation = RemedyView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "remedy-unknown, remedy-step-not-open, a separation of duties, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response respond(@PathParam("id") String id, InputStream body) {
        RemedyId remedy = id(id);
        Sent sent = Sent.of(request, asked, headers, body);
        RemedyRequests.Answered said = sent.body(RemedyRequests.Answered.class);
        boolean adequate = said.adequate();
        String grounds = said.text();
        return change(remedy, sent, seen -> asking.answer(caller.actor(), remedy, seen, adequate, grounds));
    }

    private Response change(RemedyId id, Sent sent, Function<OptionalLong, Remedy> act) {
        IfMatch match = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        Remedy after = match.guard(
                () -> asking.one(caller.actor(), id).remedy().version(), seen -> once(key, () -> act.apply(seen)));
        return answer(Response.ok(), asking.one(caller.actor(), id, after.version()));
    }

    private Remedy once(Optional<Once.Key> key, Supplier<Remedy> act) {
        return Once.of(key, Remedy.class, done -> done.id() + VERSION + done.version(), this::recalled, act);
    }

    private Remedy recalled(String name) {
        int end = name.indexOf(VERSION);
        return asking.one(
                        caller.actor(),
                        RemedyId.parse(name.substring(0, end)),
                        Long.parseLong(name.substring(end + VERSION.length())))
                .remedy();
    }

    private static Response answer(Response.ResponseBuilder answer, AskRemedy.Sight sight) {
        return answer.entity(RemedyView.of(sight))
                .tag(IfMatch.tag(sight.remedy().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static RemedyId id(String text) {
        return Given.id(text, RemedyId::new, "remedy-unknown");
    }
}
