package org.sceau.registry.domain.visa;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/**
 * The answer to "what is its status on this day?".
 *
 * @param since  first legal day of the status
 * @param until  last day: of validity when in force, of the permitted period when suspended; else absent
 * @param reason published ground of the decision, where one was given
 * @param reasonCodes its categories, as the scheme knows them
 * @param overdue true when a suspension ran past its last day without a decision: shown as such, never as in force
 *                (invariant 30)
 */
public record StatusOnDay(
        VisaStatus status,
        LocalDate since,
        Optional<LocalDate> until,
        Optional<String> reason,
        Set<String> reasonCodes,
        boolean overdue) {

    /** A status for whose reasons there is no category. */
    public StatusOnDay(
            VisaStatus status, LocalDate since, Optional<LocalDate> until, Optional<String> reason, boolean overdue) {
        this(status, since, until, reason, Set.of(), overdue);
    }
}
