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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.scheme.Schemes;

/** Questions to the public catalogue. */
@Path("v1/catalogue")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class CatalogueResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Catalogue catalogue;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalCalendar calendar;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @GET
    @PermitAll
    @Operation(
            summary = "Search the public catalogue",
            description =
                    "Filters may be repeated: values of one are alternatives, different ones must all hold. Each facet counts "
                            + "as if its own filter were not set.")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "words, at most 200 characters")
    @Parameter(name = "scheme", in = ParameterIn.QUERY, description = "identifier of a family, such as cspn")
    @Parameter(name = "level", in = ParameterIn.QUERY)
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "status on the day, such as in-force")
    @Parameter(name = "holder", in = ParameterIn.QUERY, description = "value of the holder facet")
    @Parameter(name = "laboratory", in = ParameterIn.QUERY, description = "value of the laboratory facet")
    @Parameter(name = "category", in = ParameterIn.QUERY)
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "legal day, YYYY-MM-DD; today by default",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "relevance, name, holder, newest or ending; relevance with q, else name")
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1", minimum = "1"))
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20", minimum = "1", maximum = "100"))
    @APIResponse(
            responseCode = "200",
            description = "One page of answers",
            content = @Content(schema = @Schema(implementation = CatalogueView.class)))
    @APIResponse(
            responseCode = "400",
            description = "parameter-invalid, parameter-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response search() {
        CatalogueQuery question = CatalogueQuestion.read(asked.getQueryParameters(), calendar.today());
        CatalogueView answer = CatalogueView.of(question, catalogue.search(question), schemes);
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
