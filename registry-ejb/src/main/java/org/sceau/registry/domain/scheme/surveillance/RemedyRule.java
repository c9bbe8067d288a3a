package org.sceau.registry.domain.scheme.surveillance;

import java.time.LocalDate;
import org.sceau.registry.domain.calendar.Term;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * How long a holder may be given to propose a remedy.
 *
 * @param most     the longest term
 * @param beyond   code of the refusal of a later day
 * @param source   clause that sets it
 * @param verified false when that source was not read
 */
public record RemedyRule(Term most, String beyond, String source, boolean verified) {

    /** The code where a definition gives none of its own. */
    public static final String BEYOND = "remedy-too-late";

    /** Refuses an ill-formed code and a blank source with {@link IllegalArgumentException}. */
    public RemedyRule {
        Kebab.check("refusal", beyond);
        Sourced.requireSource(source);
    }

    /** The latest day that may be given when the remedy is asked for that day, which does not count. */
    public LocalDate latest(LocalDate asked, WorkingDays calendar) {
        return most.lastDay(asked, calendar);
    }
}
