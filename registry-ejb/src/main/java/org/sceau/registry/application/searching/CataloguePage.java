package org.sceau.registry.application.searching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.domain.visa.Visa;

/**
 * One page of answers.
 *
 * @param total  rows that match in all
 * @param rows   the page's visas in order
 * @param facets counts per filter over all matching rows, each as if its own filter were not set, so that alternatives
 *               can be added; values in descending count
 * @param exact  the one visa whose reference was typed, when exactly one has it
 */
public record CataloguePage(long total, List<Visa> rows, Map<Facet, List<FacetCount>> facets, Optional<Visa> exact) {

    /** The filters of the catalogue. */
    public enum Facet {
        FAMILY,
        LEVEL,
        STATUS,
        HOLDER,
        LABORATORY,
        CATEGORY
    }

    /**
     * @param value identifier as it stands in an address
     * @param label what a person reads, when it is not a term of a scheme: the commonest spelling of a holder
     */
    public record FacetCount(String value, String label, long count) {}

    public CataloguePage {
        rows = List.copyOf(rows);
        facets = Map.copyOf(facets);
    }
}
