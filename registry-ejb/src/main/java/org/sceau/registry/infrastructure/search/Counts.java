package org.sceau.registry.infrastructure.search;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sceau.registry.application.searching.CataloguePage.Facet;
import org.sceau.registry.application.searching.CataloguePage.FacetCount;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** Counts values per filter over the matching visas. */
final class Counts {
    /** Longer lists of holders are of no use to a reader; the words of the search box narrow them. */
    private static final int MOST_VALUES = 200;

    private final Map<Facet, Map<String, Tally>> tallies = new EnumMap<>(Facet.class);

    private static final class Tally {
        private long count;
        private final Map<String, Long> labels = new HashMap<>();
    }

    void add(Card card, VisaStatus status, Filters failing) {
        if (failing.noneBut(Filters.FAMILY)) {
            count(Facet.FAMILY, card.family(), "");
        }
        if (failing.noneBut(Filters.LEVEL) && !card.level().isEmpty()) {
            count(Facet.LEVEL, card.level(), "");
        }
        if (failing.noneBut(Filters.STATUS)) {
            count(Facet.STATUS, status.code(), "");
        }
        if (failing.noneBut(Filters.HOLDER)) {
            count(Facet.HOLDER, card.holderKey(), card.holderName());
        }
        if (failing.noneBut(Filters.LABORATORY)) {
            card.laboratories().forEach(laboratory -> count(Facet.LABORATORY, laboratory, laboratory));
        }
        if (failing.noneBut(Filters.CATEGORY) && !card.category().isEmpty()) {
            count(Facet.CATEGORY, card.category(), "");
        }
    }

    private void count(Facet facet, String value, String label) {
        Tally tally = tallies.computeIfAbsent(facet, key -> new HashMap<>()).computeIfAbsent(value, key -> new Tally());
        tally.count++;
        if (!label.isEmpty()) {
            tally.labels.merge(label, 1L, Long::sum);
        }
    }

    Map<Facet, List<FacetCount>> facets() {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(
                    facet,
                    tallies.getOrDefault(facet, Map.of()).entrySet().stream()
                            .map(entry ->
                                    new FacetCount(entry.getKey(), commonest(entry.getValue()), entry.getValue().count))
                            .sorted(Comparator.comparingLong(FacetCount::count)
                                    .reversed()
                                    .thenComparing(FacetCount::value))
                            .limit(MOST_VALUES)
                            .toList());
        }
        return facets;
    }

    /** Of several spellings the commonest; of equally common ones the first in the alphabet. */
    private static String commonest(Tally tally) {
        return tally.labels.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
