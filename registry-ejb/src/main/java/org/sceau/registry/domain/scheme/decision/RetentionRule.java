package org.sceau.registry.domain.scheme.decision;

import java.time.LocalDate;
import java.time.Period;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * How long everything is kept after a visa ended.
 *
 * @param period          from the later of the end of validity and the withdrawal
 * @param chainSuccessors whether the end of a successor by same-scope reissue counts too (EUCC Art. 40(2))
 * @param source          clause that sets it
 * @param verified        false when that source was not read
 */
public record RetentionRule(Period period, boolean chainSuccessors, String source, boolean verified) {

    /** Refuses what is not positive with {@link IllegalArgumentException}. */
    public RetentionRule {
        Sourced.requireSource(source);
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("records are kept for some time: " + period);
        }
    }

    /**
     * The last day on which nothing may be erased. A period of months or years ends on the day of the same number; where that month has
     * none, on its last day (Regulation (EEC, Euratom) 1182/71, Art. 3(2)(c)).
     */
    public LocalDate keptUntil(LocalDate end) {
        return end.plus(period);
    }
}
