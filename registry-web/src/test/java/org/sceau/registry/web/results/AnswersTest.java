package org.sceau.registry.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CataloguePage.Facet;
import org.sceau.registry.application.searching.CataloguePage.FacetCount;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;
import org.sceau.registry.web.address.Links;
import org.sceau.registry.web.visa.FictionalVisas;
import org.sceau.registry.web.words.SchemeWords;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnswersTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(Schemes.class.getClassLoader());

    private static Answers answers(Question question, CataloguePage page) {
        return new Answers(
                question,
                page,
                new SchemeWords(SCHEMES, Language.ENGLISH),
                new Links(Languages.USUAL, Language.ENGLISH),
                FictionalVisas.TODAY);
    }

    private static CataloguePage page(long total, Visa... rows) {
        return new CataloguePage(total, List.of(rows), Map.of(), Optional.empty());
    }

    @Test
    void nothing_found_suggests_single_words_and_no_row() {
        Answers answers = answers(Question.everything().about("routeur zéphyr 9"), page(0));

        assertThat(answers.rows()).isEmpty();
        assertThat(answers.suggestions()).extracting(Chip::label).containsExactly("routeur", "zéphyr");
        assertThat(answers.next()).isEmpty();
    }

    @Test
    void a_chosen_value_that_matches_nothing_can_still_be_taken_away() {
        Answers answers = answers(
                Question.everything().with(Filter.HOLDER, Set.of("brumetelecom")),
                new CataloguePage(
                        0,
                        List.of(),
                        Map.of(Facet.HOLDER, List.of(new FacetCount("garance", "Garance", 3))),
                        Optional.empty()));

        assertThat(answers.boxes()).hasSize(1);
        assertThat(answers.boxes().get(0).choices())
                .containsExactly(
                        new FilterBox.Choice("garance", "Garance", "3", false),
                        new FilterBox.Choice("brumetelecom", "brumetelecom", "0", true));
        assertThat(answers.chips()).containsExactly(new Chip("brumetelecom", "/en/catalogue"));
    }

    @Test
    void a_long_filter_lists_the_commonest_values_and_the_chosen_one() {
        List<FacetCount> counts = java.util.stream.IntStream.range(0, 250)
                .mapToObj(i -> new FacetCount("holder" + i, "Holder " + i, 1_000 - i))
                .toList();
        Answers answers = answers(
                Question.everything().with(Filter.HOLDER, Set.of("holder200")),
                new CataloguePage(0, List.of(), Map.of(Facet.HOLDER, counts), Optional.empty()));

        FilterBox box = answers.boxes().get(0);

        assertThat(box.choices()).hasSize(13);
        assertThat(box.choices())
                .filteredOn(FilterBox.Choice::chosen)
                .extracting(FilterBox.Choice::label)
                .containsExactly("Holder 200");
        assertThat(box.more()).isEqualTo(237);
    }

    @Test
    void pages_link_to_their_neighbours_and_keep_the_question() {
        Question second = Question.everything().about("puce").atPage(2);
        Answers answers = answers(second, page(45, FictionalVisas.product()));

        assertThat(answers.range()).isEqualTo("21 to 21 of 45");
        assertThat(answers.previous()).isEqualTo("/en/catalogue?q=puce");
        assertThat(answers.next()).isEqualTo("/en/catalogue?q=puce&page=3");
    }

    @Test
    void the_last_page_is_bounded_by_the_deepest_row() {
        assertThat(Answers.lastPage(0)).isEqualTo(1);
        assertThat(Answers.lastPage(20)).isEqualTo(1);
        assertThat(Answers.lastPage(21)).isEqualTo(2);
        assertThat(Answers.lastPage(Long.MAX_VALUE / 2)).isEqualTo(Question.DEEPEST_PAGE);
    }

    @Test
    void a_row_says_status_level_and_missing_scopes_in_words() {
        Visa visa = FictionalVisas.auditor(Optional.empty(), LocalDate.parse("2027-01-10"));

        ResultRow row = answers(Question.everything(), page(1, visa)).rows().get(0);

        assertThat(row.verdict().tag()).isEqualTo("In force");
        assertThat(row.verdict().line()).isEqualTo("until 10 Jan 2027");
        assertThat(row.hint()).isEqualTo("Expires in less than three months");
        assertThat(row.level()).isEqualTo("not stated by the source");
        assertThat(row.holder()).isEmpty();
        assertThat(row.scopes()).filteredOn(scope -> !scope.granted()).hasSize(4);
        assertThat(row.address()).isEqualTo("/en/visas/passi-2025-445");
    }

    @Test
    void rows_of_a_past_day_show_the_status_of_that_day() {
        Visa visa = FictionalVisas.auditor(Optional.empty(), LocalDate.parse("2026-09-30"));
        Question past = Question.everything().onDay(Optional.of(LocalDate.parse("2026-09-30")));

        assertThat(answers(Question.everything(), page(1, visa))
                        .rows()
                        .get(0)
                        .verdict()
                        .tag())
                .isEqualTo("Expired");
        assertThat(answers(past, page(1, visa)).rows().get(0).verdict().tag()).isEqualTo("In force");
        assertThat(answers(past, page(1, visa)).chips())
                .containsExactly(new Chip("On 30 September 2026", "/en/catalogue"));
    }

    @Test
    void the_exact_answer_stands_above_the_first_page_only() {
        CataloguePage found = new CataloguePage(45, List.of(), Map.of(), Optional.of(FictionalVisas.product()));

        assertThat(answers(Question.everything(), found).exact()).isPresent();
        assertThat(answers(Question.everything().atPage(2), found).exact()).isEmpty();
    }
}
