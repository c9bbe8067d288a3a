package org.sceau.registry.domain.visa;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days a visa covers.
 *
 * @param firstDay inclusive
 * @param lastDay  inclusive; absent for a visa without end date (invariant 65)
 */
public record Validity(LocalDate firstDay, Optional<LocalDate> lastDay) {

    public Validity {
        if (lastDay.filter(last -> last.isBefore(firstDay)).isPresent()) {
            throw new IllegalArgumentException("a visa ends on or after its first day");
        }
    }

    public boolean isOverOn(LocalDate day) {
        return lastDay.filter(last -> last.isBefore(day)).isPresent();
    }
}
