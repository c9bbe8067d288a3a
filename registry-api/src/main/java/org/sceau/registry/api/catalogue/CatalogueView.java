package org.sceau.registry.api.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.scheme.Schemes;

/**
 * One page of answers.
 *
 * @param asOf   legal day of the statuses
 * @param exact  slug of the one visa whose reference was typed, when exactly one has it
 * @param facets by the name of the parameter that filters by it
 */
@Schema(name = "CataloguePage")
public record CatalogueView(
        long total,
        int page,
        int size,
        String asOf,
        @Nullable String exact,
        List<Map<String, Object>> rows,
        Map<String, List<FacetView>> facets) {

    /** A value to filter by, and how many visas have it. */
    @Schema(name = "Facet")
    public record FacetView(String value, String label, long count) {}

    static CatalogueView of(CatalogueQuery question, CataloguePage answer, Schemes schemes) {
        Map<String, List<FacetView>> facets = new TreeMap<>();
        answer.facets()
                .forEach((facet, counts) -> facets.put(
                        name(facet),
                        counts.stream()
                                .map(count -> new FacetView(count.value(), count.label(), count.count()))
                                .toList()));
        return new CatalogueView(
                answer.total(),
                question.page(),
                question.size(),
                question.day().toString(),
                answer.exact().map(visa -> visa.slug().value()).orElse(null),
                answer.rows().stream()
                        .map(visa -> VisaView.row(visa, question.day(), schemes))
                        .toList(),
                facets);
    }

    static String name(CataloguePage.Facet facet) {
        return facet == CataloguePage.Facet.FAMILY ? "scheme" : facet.name().toLowerCase(Locale.ROOT);
    }
}
