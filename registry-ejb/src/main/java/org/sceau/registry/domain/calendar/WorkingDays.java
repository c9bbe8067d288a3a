package org.sceau.registry.domain.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Which days are working days: all but Saturdays, Sundays and holidays.
 *
 * @param holidays the holidays of the jurisdiction
 * @param closed   single days on which the authority is closed besides
 * @param zone     the zone whose days they are
 */
public record WorkingDays(Holidays holidays, Set<LocalDate> closed, ZoneId zone) {
    /** Holidays in a row that no jurisdiction reaches. */
    private static final int LONGEST_BREAK = 60;

    public WorkingDays {
        closed = Set.copyOf(closed);
    }

    /** Days of UTC, where no instant is told from them. */
    public WorkingDays(Holidays holidays, Set<LocalDate> closed) {
        this(holidays, closed, ZoneOffset.UTC);
    }

    /** The day of an instant. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day)
                && !closed.contains(day);
    }

    /** The day itself when it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        for (int tried = 0; !isWorkingDay(next); tried++) {
            if (tried > LONGEST_BREAK) {
                throw new IllegalStateException("no working day within " + LONGEST_BREAK + " days of " + day);
            }
            next = next.plusDays(1);
        }
        return next;
    }

    /** The n-th day after a day, which is not counted, without Sundays and holidays; Saturdays count. */
    public LocalDate plusWeekdays(LocalDate day, int n) {
        LocalDate last = day;
        for (int counted = 0; counted < n; ) {
            last = last.plusDays(1);
            if (last.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.isHoliday(last)) {
                counted++;
            } else if (last.isAfter(day.plusDays(LONGEST_BREAK + 7L * n))) {
                throw new IllegalStateException("no weekday within " + LONGEST_BREAK + " days of " + day);
            }
        }
        return last;
    }

    /** The n-th working day after a day, which is not counted. */
    public LocalDate plus(LocalDate day, int n) {
        LocalDate last = day;
        for (int counted = 0; counted < n; counted++) {
            last = onOrAfter(last.plusDays(1));
        }
        return last;
    }
}
