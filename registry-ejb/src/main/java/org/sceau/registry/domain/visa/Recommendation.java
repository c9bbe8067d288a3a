package org.sceau.registry.domain.visa;

import java.time.LocalDate;
import org.sceau.registry.domain.coded.Coded;

/** What the authority advises about buying or keeping a listed item (invariant 61). */
public enum Recommendation {
    OPTIMAL,
    MODERATE,
    CRITICAL;

    /**
     * The default rule: less than two calendar months to the last day is critical, less than six moderate, else optimal.
     *
     * @param lastDay last legal day of the decision
     * @param day     legal day of the question
     */
    public static Recommendation byRule(LocalDate lastDay, LocalDate day) {
        if (lastDay.isBefore(day.plusMonths(2))) {
            return CRITICAL;
        }
        return lastDay.isBefore(day.plusMonths(6)) ? MODERATE : OPTIMAL;
    }

    public String code() {
        return Coded.of(this);
    }
}
