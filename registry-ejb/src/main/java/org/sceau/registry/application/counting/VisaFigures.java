package org.sceau.registry.application.counting;

import java.util.List;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/**
 * Counts of the visas that the catalogue shows. Each is there for anybody to count, so none is withheld.
 *
 * @param families that have a visa, in the order of the catalogue
 */
public record VisaFigures(List<OfFamily> families) {

    public VisaFigures {
        families = List.copyOf(families);
    }

    /**
     * @param granted  by the year of the first day, ascending; years without a visa are left out
     * @param statuses on the day, in the order of {@link VisaStatus}; those of no visa are left out
     * @param ending   for each span of {@link #SPANS}, ascending: a longer one holds the shorter ones
     */
    public record OfFamily(FamilyId family, List<OfYear> granted, List<OfStatus> statuses, List<Ending> ending) {
        public OfFamily {
            granted = List.copyOf(granted);
            statuses = List.copyOf(statuses);
            ending = List.copyOf(ending);
        }

        /** How many are in a status. */
        public long in(VisaStatus status) {
            return statuses.stream()
                    .filter(count -> count.status() == status)
                    .mapToLong(OfStatus::visas)
                    .sum();
        }

        /** How many were granted in a year. */
        public long grantedIn(int year) {
            return granted.stream()
                    .filter(count -> count.year() == year)
                    .mapToLong(OfYear::visas)
                    .sum();
        }

        /** How many end within a span of {@link #SPANS}. */
        public long endingWithin(int months) {
            return ending.stream()
                    .filter(count -> count.months() == months)
                    .mapToLong(Ending::visas)
                    .sum();
        }
    }

    /** Months from the day on, whose last day counts, within which the ends of validity are counted. */
    public static final List<Integer> SPANS = List.of(3, 6, 12);

    /** @param year of first days, in the Gregorian calendar */
    public record OfYear(int year, long visas) {}

    public record OfStatus(VisaStatus status, long visas) {}

    /** Visas in force or suspended whose last day is the day or later, and no later than so many months after it. */
    public record Ending(int months, long visas) {}
}
