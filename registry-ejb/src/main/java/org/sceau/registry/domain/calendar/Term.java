package org.sceau.registry.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * How long somebody has.
 *
 * @param length   positive, at most 50 years; whole days when {@link Counting#WORKING_DAYS}, {@link Counting#WEEKDAYS} or {@link
 *     Counting#HOURS} counts
 * @param counting how its last day is found
 */
public record Term(Period length, Counting counting) {
    private static final int MAX_MONTHS = 600;
    private static final int MAX_DAYS = 20_000;
    private static final int MAX_WORKING_DAYS = 1_000;

    /** Refuses what is not positive, too long, or no number of days, with {@link IllegalArgumentException}. */
    public Term {
        if (length.isZero()
                || length.isNegative()
                || length.toTotalMonths() > MAX_MONTHS
                || length.getDays() > MAX_DAYS) {
            throw new IllegalArgumentException("a term is positive and at most 50 years: " + length);
        }
        boolean inDays = counting == Counting.WORKING_DAYS || counting == Counting.WEEKDAYS || isByTheHour(counting);
        if (inDays && (length.toTotalMonths() > 0 || length.getDays() > MAX_WORKING_DAYS)) {
            throw new IllegalArgumentException("working days are counted in days, at most " + MAX_WORKING_DAYS);
        }
    }

    /** A term that is never prolonged by a holiday. */
    public static Term cap(Period length) {
        return new Term(length, Counting.CAP);
    }

    /** Whether it runs from an instant and ends with one, not with a day. */
    public boolean isByTheHour() {
        return isByTheHour(counting);
    }

    private static boolean isByTheHour(Counting counting) {
        return counting == Counting.HOURS;
    }

    /**
     * The last instant in time. Refuses a term that is counted in days with {@link IllegalStateException}.
     *
     * @param event the instant from which it runs
     */
    public Instant lastInstant(Instant event) {
        if (!isByTheHour()) {
            throw new IllegalStateException("a term in days ends with a day");
        }
        return event.plus(Duration.ofDays(length.getDays()));
    }

    /**
     * The last day of the term, itself still in time; by the hour, the last day it can reach.
     *
     * @param event the day on which it starts to run; not counted
     */
    public LocalDate lastDay(LocalDate event, WorkingDays calendar) {
        return switch (counting) {
            case CAP, HOURS -> event.plus(length);
            case WORKING_DAYS -> calendar.plus(event, length.getDays());
            case WEEKDAYS -> calendar.plusWeekdays(event, length.getDays());
            case EU_1182_71 -> {
                LocalDate last = calendar.onOrAfter(event.plus(length));
                LocalDate second = calendar.plus(event, 2);
                boolean holdsTwo = length.toTotalMonths() == 0 && length.getDays() < 2 || !last.isBefore(second);
                yield holdsTwo ? last : second;
            }
        };
    }
}
