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
import java.util.List;
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
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.surveilling.DrawSample;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.sampling.Criterion;
import org.sceau.registry.domain.sampling.Sample;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.visa.VisaId;

/** The yearly sample of a scheme: drawn by the supervisor, told to the holders (EUCC Art. 25(3)-(5)). */
@Path("v1/samples/{scheme}/{year}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Surveillance")
@SecurityRequirement(name = "token")
public class SamplesResource {
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    @Inject
    @SuppressWarnings("NullAway.Init")
    DrawSample sampling;

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
    @RolesAllowed({"NCCA_SUPERVISOR", "AUDITOR"})
    @Operation(summary = "The sample of a scheme for a year, and how large it must be")
    @APIResponse(
            responseCode = "200",
            description = "The sample; version 0 before it was drawn",
            content = @Content(schema = @Schema(implementation = SampleView.class)))
    @APIResponse(
            responseCode = "default",
            description = "scheme-unknown, scheme-without-sampling, sample-year",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("scheme") String scheme, @PathParam("year") String year) {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(sampling.read(caller.actor(), scheme(scheme), year(year)));
    }

    @POST
    @Path("drawings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("NCCA_SUPERVISOR")
    @Operation(
            summary = "Select visas for the sample",
            description = "The first drawing is large enough at once; a later one adds, and nothing is ever taken out.")
    @Parameters({
        @Parameter(
                name = "If-Match",
                in = ParameterIn.HEADER,
                required = true,
                description = "ETag of what was seen, such as \"v0\" before the first drawing",
                schema = @Schema(type = SchemaType.STRING)),
        @Parameter(ref = "Idempotency-Key")
    })
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SampleRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The sample after the drawing",
            content = @Content(schema = @Schema(implementation = SampleView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "scheme-unknown, scheme-without-sampling, sample-year, if-match-missing, concurrent-change, sample-visa-outside, sample-visa-twice, sod-supervision-issuance, or the code of the scheme for a sample that is too small, with needed and given",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response draw(@PathParam("scheme") String scheme, @PathParam("year") String year, InputStream body) {
        SchemeId of = scheme(scheme);
        int when = year(year);
        Sent sent = Sent.of(request, asked, headers, body);
        SampleRequest said = sent.body(SampleRequest.class);
        Set<VisaId> selected = said.selected();
        String basis = said.reason();
        List<Criterion> criteria = said.objective();
        IfMatch match = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        Sample drawn = match.guard(
                () -> sampling.read(caller.actor(), of, when).sample().version(),
                seen -> Once.of(
                        key,
                        Sample.class,
                        done -> Long.toString(done.version()),
                        name -> sampling.read(caller.actor(), of, when, Long.parseLong(name))
                                .sample(),
                        () -> sampling.draw(caller.actor(), of, when, seen, selected, basis, criteria)));
        return answer(sampling.read(caller.actor(), of, when, drawn.version()));
    }

    private static Response answer(DrawSample.Sight sight) {
        return Response.ok(SampleView.of(sight))
                .tag(IfMatch.tag(sight.sample().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static SchemeId scheme(String text) {
        try {
            return new SchemeId(text);
        } catch (IllegalArgumentException none) {
            throw Refusal.of("scheme-unknown", Refusal.Kind.NOT_FOUND).asException();
        }
    }

    private static int year(String text) {
        if (!YEAR.matcher(text).matches()) {
            throw Refusal.of("sample-year", Refusal.Kind.INVALID).asException();
        }
        return Integer.parseInt(text);
    }
}
