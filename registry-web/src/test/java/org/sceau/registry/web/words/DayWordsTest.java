package org.sceau.registry.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DayWordsTest {
    private static final DayWords FRENCH = DayWords.in(Language.FRENCH);
    private static final DayWords ENGLISH = DayWords.in(Language.ENGLISH);

    @Test
    void a_day_is_said_in_each_language() {
        LocalDate day = LocalDate.parse("2031-03-12");

        assertThat(FRENCH.day(day)).isEqualTo("12 mars 2031");
        assertThat(ENGLISH.day(day)).isEqualTo("12 March 2031");
    }

    @Test
    void the_first_of_a_month_is_an_ordinal_in_french_only() {
        LocalDate day = LocalDate.parse("2031-08-01");

        assertThat(FRENCH.day(day)).isEqualTo("1er août 2031");
        assertThat(ENGLISH.day(day)).isEqualTo("1 August 2031");
    }

    @Test
    void a_row_shortens_the_month() {
        assertThat(FRENCH.shortDay(LocalDate.parse("2028-12-03"))).isEqualTo("3 déc. 2028");
        assertThat(ENGLISH.shortDay(LocalDate.parse("2028-12-03"))).isEqualTo("3 Dec 2028");
    }

    @Test
    void a_short_span_within_a_year_names_the_year_once() {
        LocalDate end = LocalDate.parse("2026-12-14");

        assertThat(FRENCH.shortDayBefore(LocalDate.parse("2026-11-03"), end)).isEqualTo("3 nov.");
        assertThat(FRENCH.shortDayBefore(LocalDate.parse("2025-11-03"), end)).isEqualTo("3 nov. 2025");
    }

    @Test
    void a_moment_has_its_hour() {
        ZonedDateTime moment = ZonedDateTime.parse("2026-11-21T09:05:00+01:00[Europe/Paris]");

        assertThat(FRENCH.moment(moment)).isEqualTo("21 novembre 2026, 9\u00a0h\u00a005");
        assertThat(ENGLISH.moment(moment)).isEqualTo("9:05 on 21 November 2026");
    }

    @Test
    void a_period_is_said_in_its_largest_units() {
        assertThat(FRENCH.span(Period.ofYears(3))).isEqualTo("3 ans");
        assertThat(ENGLISH.span(Period.of(2, 6, 0))).isEqualTo("2 years and 6 months");
        assertThat(FRENCH.span(Period.of(1, 1, 1))).isEqualTo("1 an et 1 mois et 1 jour");
    }

    @Test
    void several_words_are_joined() {
        assertThat(Lists.joined(List.of(), Language.FRENCH)).isEmpty();
        assertThat(Lists.joined(List.of("A"), Language.FRENCH)).isEqualTo("A");
        assertThat(Lists.joined(List.of("A", "B", "C"), Language.ENGLISH)).isEqualTo("A, B and C");
    }

    @Test
    void a_label_inside_a_sentence_loses_its_capital_and_an_abbreviation_does_not() {
        assertThat(Lists.inside("Élevé")).isEqualTo("élevé");
        assertThat(Lists.inside("Audit d'architecture")).isEqualTo("audit d'architecture");
        assertThat(Lists.inside("EAL4+")).isEqualTo("EAL4+");
        assertThat(Lists.inside("PaaS (plateforme)")).isEqualTo("PaaS (plateforme)");
        assertThat(Lists.inside("")).isEmpty();
    }
}
