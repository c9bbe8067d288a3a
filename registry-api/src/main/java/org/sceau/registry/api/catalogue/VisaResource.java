package org.sceau.registry.api.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
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
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.application.searching.PastCatalogue;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;

/** One public visa. */
@Path("v1/visas/{slug}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class VisaResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Catalogue catalogue;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PastCatalogue past;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalCalendar calendar;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @Context
    @SuppressWarnings("NullAway.Init")
    Request conditions;

    /** @throws Refused {@code visa-unknown}, alike for a visa that is not there, was not known then, and one that is not public */
    @GET
    @PermitAll
    @Operation(
            summary = "A visa and its status on a day",
            description =
                    "`facts`, `status` and `recommendation` are the answer for the legal day `asOf`; the members of `facts` are those of the journal, "
                            + "what was said before that day is in `former`.")
    @Parameter(
            name = "slug",
            in = ParameterIn.PATH,
            required = true,
            description = "the permanent address: the official reference with / written -")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "legal day, YYYY-MM-DD; today by default",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "knownAt",
            in = ParameterIn.QUERY,
            description = "with what was known at an instant, such as 2026-05-12T08:00:00Z; now by default",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @APIResponse(
            responseCode = "200",
            description = "The visa",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "Unchanged since the version of If-None-Match, on this day")
    @APIResponse(
            responseCode = "400",
            description = "parameter-invalid, parameter-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "404", description = "visa-unknown", content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response visa(@PathParam("slug") String slug) {
        Query query = Query.of(asked.getQueryParameters(), Set.of("asOf", "knownAt"));
        LocalDate day = query.day("asOf").orElseGet(calendar::today);
        Optional<Instant> knownAt = query.instant("knownAt");
        Visa visa = slug(slug)
                .flatMap(address -> knownAt.isPresent() ? past.find(address, knownAt.get()) : catalogue.find(address))
                .orElseThrow(VisaResource::unknown);
        EntityTag tag = new EntityTag(visa.version() + "-" + day);
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(VisaView.whole(visa, day, schemes)) : unchanged;
        // A copy is checked again before use, else it would tell yesterday's status after midnight.
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    private static Optional<Slug> slug(String text) {
        try {
            return Optional.of(new Slug(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Refused unknown() {
        return Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException();
    }
}
