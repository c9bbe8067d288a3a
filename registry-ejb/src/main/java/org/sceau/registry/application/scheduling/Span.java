package org.sceau.registry.application.scheduling;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a pass of a duty looks at.
 *
 * @param from  last legal day that was done; {@code to} on the first pass and on a second one of the same day
 * @param to    the present legal day, not before {@code from}
 * @param since only subjects that changed after this journal position; absent when the day is new, and everything is looked at
 */
public record Span(LocalDate from, LocalDate to, OptionalLong since) {

    /** Refuses days in the wrong order with {@link IllegalArgumentException}. */
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends on or after its first day");
        }
    }

    /** Of some days those within, and the last day in any case: on all other days nothing changes. */
    SortedSet<LocalDate> days(Stream<LocalDate> changes) {
        SortedSet<LocalDate> days = new TreeSet<>();
        changes.filter(this::holds).forEach(days::add);
        days.add(to);
        return days;
    }

    /** Whether a day is one of the days that this pass does. The last day done before is looked at again: much may have happened on it. */
    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean holds(Optional<LocalDate> day) {
        return day.filter(this::holds).isPresent();
    }
}
