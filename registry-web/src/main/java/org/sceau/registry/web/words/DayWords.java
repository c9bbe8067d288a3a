package org.sceau.registry.web.words;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sceau.registry.application.administering.Language;

/** Days, moments and durations as a person says them: {@code 12 mars 2031}, {@code 12 March 2031}. */
public final class DayWords {
    private static final DateTimeFormatter FRENCH_CLOCK =
            DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.FRANCE);
    private static final DateTimeFormatter ENGLISH_CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.UK);

    private final Language language;
    private final DateTimeFormatter monthAndYear;
    private final DateTimeFormatter shortMonthAndYear;
    private final DateTimeFormatter shortMonth;

    private DayWords(Language language) {
        this.language = language;
        this.monthAndYear = DateTimeFormatter.ofPattern("MMMM uuuu", language.locale());
        this.shortMonth = DateTimeFormatter.ofPattern("MMM", language.locale());
        this.shortMonthAndYear = DateTimeFormatter.ofPattern("MMM uuuu", language.locale());
    }

    public static DayWords in(Language language) {
        return new DayWords(language);
    }

    /** {@code 1er mars 2031}, {@code 1 March 2031}. */
    public String day(LocalDate day) {
        return ordinal(day) + " " + monthAndYear.format(day);
    }

    /** With a shortened month, for rows: {@code 3 déc. 2028}. */
    public String shortDay(LocalDate day) {
        return ordinal(day) + " " + shortMonthAndYear.format(day);
    }

    /** The first day of a short span: without its year when the other day has the same. */
    public String shortDayBefore(LocalDate day, LocalDate end) {
        return day.getYear() == end.getYear() ? ordinal(day) + " " + shortMonth.format(day) : shortDay(day);
    }

    /** {@code 21 novembre 2026, 9 h 12}, whose hour no line breaks, or {@code 9:12 on 21 November 2026}. */
    public String moment(ZonedDateTime moment) {
        return language == Language.ENGLISH
                ? ENGLISH_CLOCK.format(moment) + " on " + day(moment.toLocalDate())
                : day(moment.toLocalDate()) + ", " + FRENCH_CLOCK.format(moment);
    }

    /** {@code 3 ans}, {@code 2 years and 6 months}. */
    public String span(Period period) {
        Texts texts = Texts.in(language);
        String days = period.getDays() == 0 ? "" : texts.say("span.days", period.getDays());
        String months = period.getMonths() == 0 ? "" : texts.say("span.months", period.getMonths());
        String years = period.getYears() == 0 ? "" : texts.say("span.years", period.getYears());
        String and = " " + texts.say("list.and") + " ";
        String tail = months.isEmpty() || days.isEmpty() ? months + days : months + and + days;
        return years.isEmpty() || tail.isEmpty() ? years + tail : years + and + tail;
    }

    private String ordinal(LocalDate day) {
        return day.getDayOfMonth() == 1 && language == Language.FRENCH ? "1er" : String.valueOf(day.getDayOfMonth());
    }
}
