package org.sceau.registry.api.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.VisaId;

/** The dossiers that the caller sees, and opening one. */
@Path("v1/dossiers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class DossiersResource extends DossierActing {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern NUMBER = Pattern.compile("D-\\d{4}-\\d{3,7}");

    @Inject
    @SuppressWarnings("NullAway.Init")
    OpenDossier opening;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalCalendar calendar;

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
    @Operation(summary = "The dossiers that the caller may see, newest first")
    @Parameter(
            name = "visa",
            in = ParameterIn.QUERY,
            description = "id of a visa: only dossiers that led to it or are about it")
    @Parameter(
            name = "before",
            in = ParameterIn.QUERY,
            description = "number of the dossier to go on behind: `next` of the page before")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "200"))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = DossierView.Page.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-invalid, parameter-unknown, sign-in-needed, role-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response page() {
        Query query = Query.of(asked.getQueryParameters(), Set.of("visa", "before", "limit"));
        Optional<VisaId> visa = query.one("visa", VisaId::parse, "the id of a visa");
        int limit = query.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
        Optional<String> before = query.text("before");
        before.filter(number -> !NUMBER.matcher(number).matches()).ifPresent(number -> {
            throw Query.invalid("before", "the number of a dossier, such as D-2026-014");
        });
        return Response.ok(DossierView.Page.of(reading.page(actor(), visa, before, limit, DossierView.Row::of), limit))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"SPONSOR", "CERTIFIER"})
    @Operation(
            summary = "Open a dossier for the caller's organisation",
            description = "A certifier opens what its scheme lets the authority open about a visa, such as a control")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OpeningRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The dossier, with its address in Location",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "scheme-unknown, scheme-closed, follow-up-not-in-scheme, follow-up-other-scheme, follow-up-too-early, visa-unknown, not-a-party, role-missing, parties-of-visa, field-invalid, value-refused, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response open(InputStream body) {
        Sent sent = sent(body);
        Optional<Once.Key> key = sent.key();
        OpenDossier.Request request = sent.body(OpeningRequest.class).request(schemes, calendar.today());
        Dossier opened =
                Once.of(key, Dossier.class, DossierActing::named, this::recalled, () -> opening.open(actor(), request));
        Response.ResponseBuilder created = Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/dossiers/" + opened.id());
        return answer(created, reading.one(actor(), opened.id(), opened.version()));
    }
}
