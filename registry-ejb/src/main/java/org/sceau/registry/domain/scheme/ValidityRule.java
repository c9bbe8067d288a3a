package org.sceau.registry.domain.scheme;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * How long a visa lasts. Its last valid day bears the same day and month as its first (EUCC practice, 15 Oct 2025 to
 * 15 Oct 2030 for five years) and is itself valid.
 *
 * @param usual               proposed by default, if the scheme has a usual period
 * @param maximum             bound of what the registry grants, if there is one; imported official data beyond it are
 *                            kept and flagged (invariant 20)
 * @param atEnd               what the visa becomes on the day after its last valid day
 * @param openEndIssuedBefore visas issued before this day may lack an end date, and are then not maintained; empty when
 *                            none may (invariant 65)
 * @param beyond              code of the refusal beyond the maximum
 * @param longerWith          id of the approval with which a grant may go beyond it, if one may (EUCC Art. 12(3))
 * @param untilFact           id of the declared day beyond which no grant may last, if there is one (EUCC Art. 18)
 * @param withinBases         whether a grant may not outlast the visas it rests on, with a source of its own; absent when it may
 * @param source              where the row comes from
 * @param verified            false when that source was not read
 */
public record ValidityRule(
        Optional<Period> usual,
        Optional<Period> maximum,
        AtEnd atEnd,
        Optional<LocalDate> openEndIssuedBefore,
        String beyond,
        Optional<String> longerWith,
        Optional<String> untilFact,
        Optional<Sourced<Boolean>> withinBases,
        String source,
        boolean verified) {

    /** The code of a refusal beyond the maximum, where a definition gives none of its own. */
    public static final String BEYOND = "validity-too-long";

    /** The status a visa takes by itself once its last valid day is over. */
    public enum AtEnd {
        EXPIRED,
        ARCHIVED
    }

    /** Refuses periods that are not positive and a usual period beyond the maximum with {@link IllegalArgumentException}. */
    public ValidityRule {
        usual.ifPresent(ValidityRule::requirePositive);
        maximum.ifPresent(ValidityRule::requirePositive);
        if (usual.isPresent()
                && maximum.isPresent()
                && maximum.get().toTotalMonths() < usual.get().toTotalMonths()) {
            throw new IllegalArgumentException("the usual period is longer than the maximum");
        }
        Kebab.check("refusal", beyond);
        Sourced.requireSource(source);
    }

    /** The last valid day proposed for a visa that starts on {@code from}; empty without a usual period. */
    public Optional<LocalDate> usualLastDay(LocalDate from) {
        return usual.map(from::plus);
    }

    /** The latest last valid day a grant may have; empty when there is no bound. */
    public Optional<LocalDate> latestLastDay(LocalDate from) {
        return maximum.map(from::plus);
    }

    /** Whether these days, both valid, go beyond the maximum. */
    public boolean isExceededBy(LocalDate from, LocalDate lastDay) {
        return latestLastDay(from).filter(lastDay::isAfter).isPresent();
    }

    /** Whether a grant may not outlast the visas it rests on. */
    public boolean isWithinBases() {
        return withinBases.filter(Sourced::value).isPresent();
    }

    /** Whether a visa issued that day may lack an end date, as one that is not maintained. */
    public boolean mayLackEnd(LocalDate issued) {
        return openEndIssuedBefore.filter(issued::isBefore).isPresent();
    }

    private static void requirePositive(Period period) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("a visa must last some time: " + period);
        }
    }
}
