package org.sceau.registry.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TermTest {
    private static final WorkingDays FRANCE = new WorkingDays(Holidays.french(), Set.of());

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1D", "P51Y", "P20001D"})
    void a_term_is_positive_and_no_longer_than_fifty_years(String length) {
        assertThatThrownBy(() -> Term.cap(Period.parse(length))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void working_days_are_counted_in_days() {
        assertThatThrownBy(() -> new Term(Period.ofMonths(1), Counting.WORKING_DAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Term(Period.ofMonths(1), Counting.WEEKDAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        // Decision of 2 Mar 2026: first day 3 Mar, last permitted day 13 Apr; in all until 2 Mar 2027 (EUCC Art. 30).
        "2026-03-02, P42D, 2026-04-13",
        "2026-03-02, P1Y, 2027-03-02",
        // A cap ends on a Sunday and on a holiday all the same.
        "2026-06-21, P14D, 2026-07-05",
        "2026-06-30, P14D, 2026-07-14",
        // The same date does not exist: the last day of the month.
        "2024-02-29, P5Y, 2029-02-28",
        "2026-01-31, P1M, 2026-02-28"
    })
    void a_cap_is_never_prolonged(LocalDate event, String length, LocalDate last) {
        assertThat(Term.cap(Period.parse(length)).lastDay(event, FRANCE)).isEqualTo(last);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        // Saturday, Sunday, 14 July, Easter Monday, and a Friday that is kept.
        "2026-05-23, P1W, 2026-06-01",
        "2026-06-14, P1M, 2026-07-15",
        "2026-03-06, P1M, 2026-04-07",
        "2026-02-13, P1M, 2026-03-13",
        // Three months of silence from 14 Jan 2026.
        "2026-01-14, P3M, 2026-04-14",
        // Two days over a long weekend hold two working days (Art. 3(5)): Thursday 24 Dec, then Friday is a holiday.
        "2026-12-24, P2D, 2026-12-29",
        "2026-12-24, P1D, 2026-12-28"
    })
    void the_european_rules_move_to_the_next_working_day(LocalDate event, String length, LocalDate last) {
        assertThat(new Term(Period.parse(length), Counting.EU_1182_71).lastDay(event, FRANCE))
                .isEqualTo(last);
    }

    @ParameterizedTest(name = "{0} + {1} working days = {2}")
    @CsvSource({
        "2026-05-13, 1, 2026-05-15", // over Ascension Day
        "2026-05-22, 3, 2026-05-28", // over a weekend and Whit Monday
        "2026-05-23, 1, 2026-05-26", // from a Saturday
        "2026-12-24, 10, 2027-01-11"
    })
    void working_days_leave_out_weekends_and_holidays(LocalDate event, int days, LocalDate last) {
        assertThat(new Term(Period.ofDays(days), Counting.WORKING_DAYS).lastDay(event, FRANCE))
                .isEqualTo(last);
    }

    @ParameterizedTest(name = "{0} + {1} weekdays = {2}")
    @CsvSource({
        "2026-05-13, 1, 2026-05-15", // over Ascension Day
        "2026-05-22, 3, 2026-05-27", // a Saturday counts; Sunday and Whit Monday do not
        "2026-10-02, 10, 2026-10-14",
        "2026-12-24, 10, 2027-01-07"
    })
    void weekdays_leave_out_Sundays_and_holidays_alone(LocalDate event, int days, LocalDate last) {
        assertThat(new Term(Period.ofDays(days), Counting.WEEKDAYS).lastDay(event, FRANCE))
                .isEqualTo(last);
    }

    @Test
    void a_day_on_which_the_authority_is_closed_is_no_working_day() {
        WorkingDays closed = new WorkingDays(Holidays.french(), Set.of(LocalDate.parse("2026-05-15")));

        assertThat(new Term(Period.ofDays(1), Counting.WORKING_DAYS).lastDay(LocalDate.parse("2026-05-13"), closed))
                .isEqualTo("2026-05-18");
    }

    @Test
    void a_calendar_without_any_working_day_is_a_mistake_and_not_a_loop() {
        WorkingDays never = new WorkingDays(day -> true, Set.of());

        assertThatThrownBy(() -> never.onOrAfter(LocalDate.parse("2026-05-13")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> never.plusWeekdays(LocalDate.parse("2026-05-13"), 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"2000, 2000-04-23", "2008, 2008-03-23", "2024, 2024-03-31", "2026, 2026-04-05", "2038, 2038-04-25"})
    void Easter_is_where_the_almanac_has_it(int year, LocalDate sunday) {
        assertThat(Holidays.easter(year)).isEqualTo(sunday);
    }

    @Test
    void France_has_eleven_holidays_a_year() {
        for (int year = 1990; year < 2100; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            long holidays = first.datesUntil(first.plusYears(1))
                    .filter(Holidays.french()::isHoliday)
                    .count();
            // Ascension Day falls on 1 or 8 May in some years: two holidays, one day.
            LocalDate ascension = Holidays.easter(year).plusDays(39);
            boolean together = ascension.equals(LocalDate.of(year, 5, 1)) || ascension.equals(LocalDate.of(year, 5, 8));
            assertThat(holidays).as("holidays of %d", year).isEqualTo(together ? 10 : 11);
        }
    }
}
