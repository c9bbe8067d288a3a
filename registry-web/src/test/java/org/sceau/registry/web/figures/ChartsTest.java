package org.sceau.registry.web.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.counting.CountedNames;
import org.sceau.registry.application.counting.DossierFigures;
import org.sceau.registry.application.counting.Figures;
import org.sceau.registry.application.counting.VisaFigures;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;
import org.sceau.registry.web.words.Texts;

/** Charts of fictional counts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartsTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(Schemes.class.getClassLoader());
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final LocalDate THROUGH = LocalDate.parse("2026-09-30");
    private static final VisaFigures NO_VISAS = new VisaFigures(List.of());
    private static final DossierFigures NO_DOSSIERS = new DossierFigures(THROUGH, List.of(), List.of());

    /** Every public family with visas of thirteen years. */
    private static VisaFigures visas() {
        return new VisaFigures(SCHEMES.publicFamilies().stream()
                .map(family -> {
                    int size = family.order();
                    List<VisaFigures.OfYear> granted = new ArrayList<>();
                    for (int year = 2014; year <= 2026; year++) {
                        granted.add(new VisaFigures.OfYear(year, size));
                    }
                    return new VisaFigures.OfFamily(
                            family.id(),
                            granted,
                            List.of(
                                    new VisaFigures.OfStatus(VisaStatus.IN_FORCE, 8L * size),
                                    new VisaFigures.OfStatus(VisaStatus.SUSPENDED, size),
                                    new VisaFigures.OfStatus(VisaStatus.EXPIRED, 4L * size)),
                            List.of(
                                    new VisaFigures.Ending(3, size),
                                    new VisaFigures.Ending(6, 2L * size),
                                    new VisaFigures.Ending(12, 4L * size)));
                })
                .toList());
    }

    private static DossierFigures dossiers() {
        SchemeId eucc = new SchemeId("eucc");
        return new DossierFigures(
                THROUGH,
                List.of(
                        new DossierFigures.OfStage(eucc, "draft", 15, 9, OptionalInt.of(31)),
                        new DossierFigures.OfStage(eucc, "submitted", 5, 74, OptionalInt.empty()),
                        new DossierFigures.OfStage(new SchemeId("cspn"), "draft", 20, 12, OptionalInt.of(40))),
                List.of(
                        new DossierFigures.OfYear(DecisionKind.GRANT, 2024, 88),
                        new DossierFigures.OfYear(DecisionKind.GRANT, 2026, 94),
                        new DossierFigures.OfYear(DecisionKind.REFUSE, 2026, 6)));
    }

    private static List<Chart> charts(Language language, VisaFigures visas, DossierFigures dossiers) {
        Texts texts = Texts.in(language);
        return Stream.of(
                        new VisaCharts(visas, DAY, SCHEMES, texts).all(),
                        new DossierCharts(dossiers, new CountedNames(SCHEMES), texts).all())
                .flatMap(List::stream)
                .toList();
    }

    private static Chart chart(Subject subject) {
        return charts(Language.ENGLISH, visas(), dossiers()).stream()
                .filter(chart -> chart.code().equals(subject.code()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void of_an_empty_registry_each_chart_says_in_words_that_there_is_nothing(Language language) {
        assertThat(charts(language, NO_VISAS, NO_DOSSIERS))
                .hasSize(Subject.values().length)
                .allSatisfy(chart -> {
                    assertThat(chart.drawings()).isEmpty();
                    assertThat(chart.keys()).isEmpty();
                    assertThat(chart.table().rows()).isEmpty();
                    assertThat(chart.nothing()).isNotBlank();
                });
    }

    @Test
    void a_withheld_cell_says_fewer_than_five_and_draws_no_bar() {
        Chart decisions = chart(Subject.DECISIONS);

        assertThat(decisions.table().columns()).containsExactly("Decision", "2024", "2025", "2026");
        assertThat(decisions.table().rows())
                .containsExactly(
                        new ChartTable.Row("Grant", List.of("88", "fewer than 5", "94")),
                        new ChartTable.Row("Refusal", List.of("fewer than 5", "fewer than 5", "6")));
        assertThat(decisions.drawings().get(0).bars()).hasSize(3);
        assertThat(decisions.note()).contains("fewer than 5", "perhaps none");
        assertThat(decisions.finding()).isEqualTo("Refusals: 6 % of the decisions that grant or refuse in 2026.");
    }

    @Test
    void a_percentile_that_is_not_told_is_no_mark_and_no_number() {
        Chart delays = chart(Subject.DELAYS);

        assertThat(delays.table().rows().get(1).cells()).containsExactly("at least 5", "74", "not published");
        Drawing eucc = delays.drawings().get(1);
        assertThat(eucc.strokes())
                .filteredOn(stroke -> stroke.shape().equals("m"))
                .hasSize(1);
        assertThat(eucc.words()).extracting(Drawing.Word::text).contains("9 / 31 days", "74 days");
    }

    @Test
    void no_total_stands_where_a_cell_may_be_withheld() {
        for (Subject subject : List.of(Subject.DELAYS, Subject.DECISIONS)) {
            assertThat(chart(subject).table().columns()).doesNotContain("All");
        }
        assertThat(chart(Subject.GRANTED).table().columns()).endsWith("All");
    }

    @ParameterizedTest
    @EnumSource
    void every_drawing_has_a_title_and_a_description_and_a_table_of_whole_rows(Language language) {
        Set<String> ids = new HashSet<>();
        for (Chart chart : charts(language, visas(), dossiers())) {
            assertThat(chart.table().rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.cells())
                            .hasSize(chart.table().columns().size() - 1));
            for (Drawing drawing : chart.drawings()) {
                assertThat(ids.add(drawing.id())).as(drawing.id()).isTrue();
                assertThat(drawing.title()).isNotBlank();
                assertThat(drawing.text()).isNotBlank().doesNotContain("{");
            }
        }
    }

    @Test
    void series_are_told_apart_by_four_patterns() {
        assertThat(chart(Subject.GRANTED).keys())
                .extracting(Chart.Key::fill)
                .containsExactly("url(#k1)", "url(#k2)", "url(#k3)", "url(#k4)");
        assertThat(charts(Language.FRENCH, visas(), dossiers()))
                .flatExtracting(Chart::drawings)
                .flatExtracting(Drawing::bars)
                .extracting(Drawing.Bar::fill)
                .isSubsetOf("url(#k1)", "url(#k2)", "url(#k3)", "url(#k4)");
    }

    @Test
    void years_before_the_last_eight_stand_in_the_table_as_one() {
        Chart granted = chart(Subject.GRANTED);

        assertThat(granted.table().columns())
                .startsWith("Family", "Before 2019", "2019")
                .contains("2026");
        assertThat(granted.table().rows().get(0).cells()).startsWith("5", "1").endsWith("13");
        assertThat(granted.drawings().get(0).bars()).hasSize(8 * 4);
    }

    @Test
    void families_that_are_not_drawn_are_in_the_table_and_the_chart_says_how_many() {
        Chart statuses = chart(Subject.STATUSES);
        int all = SCHEMES.publicFamilies().size();

        assertThat(statuses.table().rows()).hasSize(all);
        assertThat(statuses.note()).isEqualTo((all - 5) + " more families are in the table.");
    }

    @Test
    void a_span_that_holds_a_shorter_one_adds_to_the_bar_only_what_is_new() {
        Drawing ending = chart(Subject.ENDING).drawings().get(0);

        assertThat(ending.bars()).hasSize(5 * 3);
        assertThat(ending.words()).extracting(Drawing.Word::text).anyMatch(text -> text.matches("\\d+ / \\d+ / \\d+"));
    }

    @Test
    void each_file_names_what_it_counts_in_both_languages_and_guards_its_cells() {
        FiguresFile file = new FiguresFile(new Figures(DAY, visas(), dossiers()), SCHEMES);

        assertThat(file.of(Subject.DECISIONS)).isEqualTo("""
                        "kind","label_fr","label_en","year","decisions","through"
                        "grant","Octroi","Grant","2024","88","2026-09-30"
                        "grant","Octroi","Grant","2026","94","2026-09-30"
                        "refuse","Refus","Refusal","2026","6","2026-09-30"
                        """.replace("\n", "\r\n"));
        assertThat(file.of(Subject.DELAYS).lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("\"eucc\",") && line.endsWith("\"5\",\"74\",\"\",\"2026-09-30\""));
        for (Subject subject : Subject.values()) {
            assertThat(file.of(subject).lines())
                    .allSatisfy(line ->
                            assertThat(line).matches("\"[^=+@-].*\"").doesNotContain(",\"=", ",\"+", ",\"@", ",\"-"));
        }
    }

    @Test
    void a_file_is_found_by_its_whole_name_only() {
        assertThat(Subject.ofFile("/granted.csv")).contains(Subject.GRANTED);
        for (String path :
                List.of("", "/", "/granted", "/GRANTED.csv", "/granted.csv/", "/none.csv", "/../granted.csv")) {
            assertThat(Subject.ofFile(path)).as(path).isEmpty();
        }
    }
}
