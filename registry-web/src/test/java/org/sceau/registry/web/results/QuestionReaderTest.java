package org.sceau.registry.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.searching.CatalogueQuery.Sort;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuestionReaderTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private static Question read(String... pairs) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.merge(pairs[i], new String[] {pairs[i + 1]}, (before, now) -> {
                String[] all = Arrays.copyOf(before, before.length + 1);
                all[before.length] = now[0];
                return all;
            });
        }
        return new QuestionReader(family -> family.equals("cspn") || family.equals("passi")).read(parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-40", "21/11/2026", "yesterday", "0001-01-01", "+99999-01-01", "2026-11-21T00:00"})
    void a_day_that_is_none_is_set_aside_and_said(String typed) {
        Question question = read("asOf", typed);

        assertThat(question.asOf()).isEmpty();
        assertThat(question.notices()).containsExactly(new Notice("no-day", "asOf", typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e3", "99999999999999999999", "5001", "١"})
    void a_page_that_is_none_is_the_first_one(String typed) {
        Question question = read("page", typed);

        assertThat(question.page()).isEqualTo(1);
        assertThat(question.notices()).extracting(Notice::code).containsExactly("no-page");
    }

    @Test
    void unknown_families_statuses_and_orders_are_set_aside_and_said() {
        Question question = read("scheme", "nope", "scheme", "cspn", "status", "IN_FORCE", "sort", "random");

        assertThat(question.chosen(Filter.SCHEME)).containsExactly("cspn");
        assertThat(question.chosen(Filter.STATUS)).isEmpty();
        assertThat(question.sort()).isEmpty();
        assertThat(question.notices())
                .extracting(Notice::code, Notice::parameter, Notice::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("unknown-value", "scheme", "nope"),
                        org.assertj.core.groups.Tuple.tuple("unknown-value", "status", "IN_FORCE"),
                        org.assertj.core.groups.Tuple.tuple("unknown-value", "sort", "random"));
    }

    @Test
    void two_hundred_repetitions_are_read_no_further_than_twenty() {
        String[] pairs = new String[400];
        for (int i = 0; i < 200; i++) {
            pairs[2 * i] = "holder";
            pairs[2 * i + 1] = "holder" + i;
        }

        Question question = read(pairs);

        assertThat(question.chosen(Filter.HOLDER)).hasSize(QuestionReader.MOST_VALUES);
        assertThat(question.notices()).containsExactly(new Notice("too-many", "holder", "200"));
    }

    @Test
    void endless_words_are_cut_without_splitting_a_character() {
        Question question = read("q", "a".repeat(199) + "😀".repeat(5_000));

        assertThat(question.text()).isEqualTo("a".repeat(199));
        assertThat(question.notices()).extracting(Notice::code).containsExactly("too-long");
        assertThat(question.notices().get(0).value().codePointCount(0, 60)).isEqualTo(Notice.LONGEST_VALUE);
    }

    @Test
    void an_endless_value_is_no_value() {
        Question question = read("laboratory", "a".repeat(QuestionReader.LONGEST_VALUE + 1));

        assertThat(question.chosen(Filter.LABORATORY)).isEmpty();
        assertThat(question.notices()).extracting(Notice::code).containsExactly("unknown-value");
    }

    @Test
    void a_hundred_bad_values_do_not_make_a_hundred_notices() {
        String[] pairs = new String[40];
        for (int i = 0; i < 20; i++) {
            pairs[2 * i] = "scheme";
            pairs[2 * i + 1] = "nope" + i;
        }

        assertThat(read(pairs).notices()).hasSize(10);
    }

    @Test
    void control_characters_are_no_part_of_words() {
        assertThat(read("q", "a\u0000b\r\nSet-Cookie: x").text()).isEqualTo("a b Set-Cookie: x");
    }

    @Test
    void empty_fields_of_a_form_and_foreign_parameters_say_nothing() {
        Question question = read("q", " ", "asOf", "", "page", "", "sort", "", "scheme", "", "utm_source", "x");

        assertThat(question).isEqualTo(Question.everything());
    }

    @Test
    void an_address_is_read_as_it_was_written() {
        Question question = read(
                "q",
                "vigie & cie",
                "scheme",
                "passi",
                "level",
                "EAL4+",
                "status",
                "suspended",
                "asOf",
                "2026-05-01",
                "sort",
                "ending",
                "page",
                "3");

        assertThat(question.notices()).isEmpty();
        assertThat(question.query())
                .isEqualTo("?q=vigie%20%26%20cie&scheme=passi&level=EAL4%2B&status=suspended"
                        + "&asOf=2026-05-01&sort=ending&page=3");
    }

    @Test
    void a_question_becomes_a_query_on_its_day() {
        CatalogueQuery query = read("q", "x", "status", "in-force", "page", "2").asOfToday(TODAY);

        assertThat(query.day()).isEqualTo(TODAY);
        assertThat(query.statuses()).containsExactly(VisaStatus.IN_FORCE);
        assertThat(query.sort()).isEqualTo(Sort.RELEVANCE);
        assertThat(query.firstRow()).isEqualTo(20);
    }

    @Test
    void the_deepest_page_is_still_a_query() {
        Question question = read("page", String.valueOf(Question.DEEPEST_PAGE));

        assertThat(question.asOfToday(TODAY).page()).isEqualTo(Question.DEEPEST_PAGE);
    }

    @Test
    void taking_a_filter_away_goes_back_to_the_first_page_and_keeps_the_rest() {
        Question question = read("q", "x", "scheme", "cspn", "scheme", "passi", "page", "3");

        assertThat(question.without(Filter.SCHEME, "cspn").query()).isEqualTo("?q=x&scheme=passi");
    }
}
