package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which a title does not hold.
 *
 * @param from   first day
 * @param until  last day; absent while it is open
 * @param reason at most 500 characters
 */
public record Suspension(LocalDate from, Optional<LocalDate> until, String reason) {

    /** Refuses an end before the start and a blank or too long reason with {@link IllegalArgumentException}. */
    public Suspension {
        if (until.filter(from::isAfter).isPresent() || reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException(
                    "a suspension ends after it starts and has a reason of at most 500 characters");
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}
