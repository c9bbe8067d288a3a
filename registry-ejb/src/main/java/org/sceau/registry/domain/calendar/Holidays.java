package org.sceau.registry.domain.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/** The public holidays of a jurisdiction. */
@FunctionalInterface
public interface Holidays {

    boolean isHoliday(LocalDate day);

    /** No holiday at all. */
    static Holidays none() {
        return day -> false;
    }

    /**
     * The legal holidays of France (code du travail, Art. L3133-1): eight fixed ones, and Easter Monday, Ascension Day and Whit
     * Monday. Those of Alsace-Moselle and overseas are further days of the authority's own.
     */
    static Holidays french() {
        Set<MonthDay> fixed = Set.of(
                MonthDay.of(Month.JANUARY, 1),
                MonthDay.of(Month.MAY, 1),
                MonthDay.of(Month.MAY, 8),
                MonthDay.of(Month.JULY, 14),
                MonthDay.of(Month.AUGUST, 15),
                MonthDay.of(Month.NOVEMBER, 1),
                MonthDay.of(Month.NOVEMBER, 11),
                MonthDay.of(Month.DECEMBER, 25));
        Set<Long> afterEaster = Set.of(1L, 39L, 50L);
        return day -> fixed.contains(MonthDay.from(day))
                || afterEaster.contains(day.toEpochDay() - easter(day.getYear()).toEpochDay());
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm that Meeus gives. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int leapCenturies = century / 4;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
