package org.sceau.registry.application.counting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** Counts visas as they pass by; memory grows with families and years alone. */
final class VisaTally {
    private final LocalDate day;
    private final Map<FamilyId, OfFamily> families = new HashMap<>();

    VisaTally(LocalDate day) {
        this.day = day;
    }

    private static final class OfFamily {
        private final TreeMap<Integer, Long> granted = new TreeMap<>();
        private final Map<VisaStatus, Long> statuses = new EnumMap<>(VisaStatus.class);
        private final TreeMap<Integer, Long> ending = new TreeMap<>();
    }

    void add(Catalogue.Shown visa) {
        OfFamily family = families.computeIfAbsent(visa.family(), key -> new OfFamily());
        family.granted.merge(visa.firstDay().getYear(), 1L, Long::sum);
        family.statuses.merge(visa.status(), 1L, Long::sum);
        visa.lastDay().filter(last -> visa.status().isStanding()).ifPresent(last -> {
            for (int months : VisaFigures.SPANS) {
                if (!last.isBefore(day) && !last.isAfter(day.plusMonths(months))) {
                    family.ending.merge(months, 1L, Long::sum);
                }
            }
        });
    }

    /** The counts of a family; empty for one without a visa. */
    Optional<VisaFigures.OfFamily> of(FamilyId id) {
        return Optional.ofNullable(families.get(id))
                .map(family -> new VisaFigures.OfFamily(
                        id,
                        list(family.granted),
                        family.statuses.entrySet().stream()
                                .map(count -> new VisaFigures.OfStatus(count.getKey(), count.getValue()))
                                .toList(),
                        VisaFigures.SPANS.stream()
                                .map(months -> new VisaFigures.Ending(months, family.ending.getOrDefault(months, 0L)))
                                .toList()));
    }

    private static List<VisaFigures.OfYear> list(Map<Integer, Long> byYear) {
        return byYear.entrySet().stream()
                .map(count -> new VisaFigures.OfYear(count.getKey(), count.getValue()))
                .toList();
    }
}
