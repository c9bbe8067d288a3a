package org.sceau.registry.api.catalogue;

import jakarta.annotation.security.PermitAll;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.searching.PastCatalogue;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.VisaId;

/** All public visas of two times: their status on a legal day, with what was known at an instant. */
@Path("v1/visas")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class VisasResource {
    private static final Set<String> KNOWN = Set.of("scheme", "asOf", "knownAt", "after", "limit");
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PastCatalogue past;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalCalendar calendar;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @GET
    @PermitAll
    @Operation(
            summary = "Visas of two times",
            description =
                    "In the order of their ids. A part may have fewer rows than asked: only the absence of `next` is the end. "
                            + "For parts of one answer send the `knownAt` of the first with every further one.")
    @Parameter(name = "scheme", in = ParameterIn.QUERY, description = "identifier of a family, such as cspn")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "legal day, YYYY-MM-DD; today by default",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "knownAt",
            in = ParameterIn.QUERY,
            description = "an instant, such as 2026-05-12T08:00:00Z; now by default",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "the `next` of the part before")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100", minimum = "1", maximum = "1000"))
    @APIResponse(
            responseCode = "200",
            description = "A part of the visas",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "400",
            description = "parameter-invalid, parameter-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response visas() {
        Query query = Query.of(asked.getQueryParameters(), KNOWN);
        LocalDate day = query.day("asOf").orElseGet(calendar::today);
        Instant knownAt = query.instant("knownAt").orElseGet(clock::instant);
        Optional<FamilyId> family = query.one("scheme", FamilyId::new, "the identifier of a family");
        Optional<VisaId> after = query.one("after", VisaId::parse, "the next of the part before");
        PastCatalogue.Part part = past.list(knownAt, family, after, query.number("limit", USUAL, 1, MOST));
        Map<String, Object> json = new TreeMap<>();
        json.put("asOf", day.toString());
        json.put("knownAt", knownAt.toString());
        json.put(
                "visas",
                part.visas().stream()
                        .map(visa -> VisaView.row(visa, day, schemes))
                        .toList());
        part.next().ifPresent(next -> json.put("next", next.toString()));
        return Response.ok(json).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
