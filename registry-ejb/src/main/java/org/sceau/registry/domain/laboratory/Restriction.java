package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which a title covers less than it says ((EU) 2024/3143 Art. 4(2)).
 *
 * @param from     first day
 * @param until    last day; absent while it is open
 * @param coverage what is left of the title; what it does not name is not covered on these days
 * @param reason   1 to 500 characters
 */
public record Restriction(LocalDate from, Optional<LocalDate> until, Coverage coverage, String reason) {

    /** Refuses an end before the start and a blank or too long reason with {@link IllegalArgumentException}. */
    public Restriction {
        if (until.filter(from::isAfter).isPresent() || reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException(
                    "a restriction ends after it starts and has a reason of at most 500 characters");
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}
