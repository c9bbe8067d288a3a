package org.sceau.registry.domain.scheme.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * How long a visa may be suspended. A suspension starts on the day after its decision and never changes the end of validity.
 *
 * @param most      of a first suspension, from the day of its decision; absent without a bound
 * @param beyond    code of the refusal beyond {@code most}
 * @param total     with all extensions, from the day of the first decision; absent without a bound
 * @param beyondAll code of the refusal beyond {@code total}
 * @param source    clause that sets the limits
 * @param verified  false when that source was not read
 */
public record SuspensionRule(
        Optional<Period> most,
        String beyond,
        Optional<Period> total,
        String beyondAll,
        String source,
        boolean verified) {

    /** Refuses ill-formed codes and a total shorter than the first period with {@link IllegalArgumentException}. */
    public SuspensionRule {
        Kebab.check("refusal", beyond);
        Kebab.check("refusal", beyondAll);
        Sourced.requireSource(source);
        LocalDate any = LocalDate.of(2026, 1, 1);
        if (most.isPresent() && total.isPresent() && any.plus(total.get()).isBefore(any.plus(most.get()))) {
            throw new IllegalArgumentException("a suspension in all is no shorter than a first one");
        }
    }

    /** First day of a suspension decided that day. */
    public LocalDate firstDay(LocalDate decided) {
        return decided.plusDays(1);
    }

    /** Last permitted day of a first suspension; absent without a bound. */
    public Optional<LocalDate> lastDay(LocalDate decided) {
        return most.map(decided::plus);
    }

    /** Last permitted day with all extensions; absent without a bound. */
    public Optional<LocalDate> lastDayOfAll(LocalDate decided) {
        return total.map(decided::plus);
    }
}
