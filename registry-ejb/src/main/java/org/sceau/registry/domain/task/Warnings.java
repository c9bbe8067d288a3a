package org.sceau.registry.domain.task;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How far ahead people are warned; a rule of the house, set by the operator.
 *
 * @param monthsBeforeEnd months before the last day of a visa, ascending; each 1 to 36, at most 12 of them
 * @param daysBeforeDeadline days before the last day of a deadline, 1 to 90; a term that is not longer gets no warning
 */
public record Warnings(List<Integer> monthsBeforeEnd, int daysBeforeDeadline) {
    /** Where the operator says nothing. */
    public static final Warnings USUAL = new Warnings(List.of(12, 6, 3, 1), 7);

    private static final int MOST = 12;
    private static final int FURTHEST_MONTHS = 36;
    private static final int FURTHEST_DAYS = 90;

    /** Refuses what is out of bounds, and a month named twice, with {@link IllegalArgumentException}. */
    public Warnings {
        List<Integer> ascending = List.copyOf(new TreeSet<>(monthsBeforeEnd));
        if (ascending.size() != monthsBeforeEnd.size()
                || ascending.size() > MOST
                || ascending.stream().anyMatch(months -> months < 1 || months > FURTHEST_MONTHS)) {
            throw new IllegalArgumentException(
                    "months before an end: at most " + MOST + " different ones, 1 to " + FURTHEST_MONTHS);
        }
        if (daysBeforeDeadline < 1 || daysBeforeDeadline > FURTHEST_DAYS) {
            throw new IllegalArgumentException("days before a deadline: 1 to " + FURTHEST_DAYS);
        }
        monthsBeforeEnd = ascending;
    }

    /** A warning whose day has come. */
    public record Mark(int months, LocalDate day) {}

    /**
     * The day of a warning: the same number in the month so many months earlier or, where that month is shorter, its last day. A visa
     * that ends on 31 March is warned of on 28 or 29 February, one month ahead.
     */
    public static LocalDate dayBefore(LocalDate lastDay, int months) {
        return lastDay.minusMonths(months);
    }

    /** The nearest warning whose day has come on a day, for a visa that has not ended by then: it stands for all earlier ones. */
    public Optional<Mark> nearest(LocalDate lastDay, LocalDate day) {
        if (lastDay.isBefore(day)) {
            return Optional.empty();
        }
        return monthsBeforeEnd.stream()
                .map(months -> new Mark(months, dayBefore(lastDay, months)))
                .filter(mark -> !mark.day().isAfter(day))
                .findFirst();
    }

    /** The latest end of validity of which somebody may be warned on a day. */
    public LocalDate furthest(LocalDate day) {
        int most = monthsBeforeEnd.isEmpty() ? 0 : Collections.max(monthsBeforeEnd);
        // A shorter month may bring the warning of an end up to three days later.
        return day.plusMonths(most).plusDays(3);
    }
}
