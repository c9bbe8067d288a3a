package org.sceau.registry.application.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.importing.StagedRow.Keys;
import org.sceau.registry.application.importing.StagedRow.Outcome;
import org.sceau.registry.application.recording.Visas.Known;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.VisaId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {
    private final Comparison comparison = new Comparison("sceau-csv");

    private static StagedRow row(long number, String subject, String digest) {
        return new StagedRow(
                number,
                "l. " + number,
                Outcome.READ,
                Optional.of("cspn"),
                Optional.of(new Keys("ref", subject, digest)),
                Optional.of("{}"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Known known(String slug, String subject, String digest, String source) {
        return new Known(new VisaId(UUID.randomUUID()), new Slug(slug), 3, subject, digest, source);
    }

    private List<Outcome> outcomes(List<StagedRow> rows, Known... known) {
        return comparison.decide(rows, List.of(known)).stream()
                .map(StagedRow::outcome)
                .toList();
    }

    @Test
    void two_rows_that_may_be_two_visas_are_refused_rather_than_guessed() {
        assertThat(outcomes(
                        List.of(row(1, "a", "1"), row(2, "b", "2")),
                        known("x", "c", "3", "sceau-csv"),
                        known("y", "d", "4", "sceau-csv")))
                .containsExactly(Outcome.REFUSED, Outcome.REFUSED);
    }

    @Test
    void a_subject_that_stands_twice_under_a_reference_is_one_visa_and_its_first_row_counts() {
        List<StagedRow> decided = comparison.decide(
                List.of(row(1, "a", "1"), row(2, "b", "2"), row(3, "a", "1"), row(4, "a", "4")), List.of());
        assertThat(decided)
                .filteredOn(row -> row.outcome() == Outcome.TO_CREATE)
                .extracting(StagedRow::number)
                .containsExactly(1L, 2L);
        assertThat(decided)
                .filteredOn(row -> row.outcome() == Outcome.REFUSED)
                .allSatisfy(row -> assertThat(row.remarks())
                        .singleElement()
                        .matches(remark -> remark.code().equals("row-twice")
                                && remark.value().equals("l. 1")))
                .extracting(StagedRow::number)
                .containsExactly(3L, 4L);

        assertThat(outcomes(List.of(row(1, "a", "1"), row(2, "a", "1")), known("x", "a", "1", "sceau-csv")))
                .containsExactlyInAnyOrder(Outcome.UNCHANGED, Outcome.REFUSED);
    }

    @Test
    void of_two_rows_of_a_subject_the_one_that_says_what_is_known_counts_whichever_comes_first() {
        List<StagedRow> decided = comparison.decide(
                List.of(row(1, "a", "2"), row(2, "a", "1")), List.of(known("x", "a", "1", "sceau-csv")));

        assertThat(decided)
                .extracting(row -> row.number() + " " + row.outcome())
                .containsExactlyInAnyOrder("1 REFUSED", "2 UNCHANGED");
    }

    @Test
    void two_visas_of_one_subject_from_before_stand_in_no_new_subjects_way() {
        assertThat(outcomes(
                        List.of(row(1, "a", "1"), row(2, "b", "2")),
                        known("x", "a", "1", "sceau-csv"),
                        known("y", "a", "1", "sceau-csv")))
                .containsExactlyInAnyOrder(Outcome.UNCHANGED, Outcome.TO_CREATE);
    }

    @Test
    void what_another_source_recorded_is_refused_unless_it_says_the_same() {
        assertThat(outcomes(List.of(row(1, "a", "1")), known("x", "a", "9", "decision")))
                .containsExactly(Outcome.REFUSED);
        assertThat(outcomes(List.of(row(1, "a", "1")), known("x", "a", "1", "decision")))
                .containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void equal_facts_meet_first_then_equal_subjects_then_the_one_that_is_left() {
        List<StagedRow> decided = comparison.decide(
                List.of(row(1, "a", "1"), row(2, "b", "2"), row(3, "h|c", "3")),
                List.of(
                        known("left", "h|z", "9", "sceau-csv"),
                        known("subject", "b", "8", "sceau-csv"),
                        known("facts", "y", "1", "sceau-csv")));
        assertThat(decided)
                .extracting(row ->
                        row.number() + " " + row.outcome() + " " + row.slug().orElse("-"))
                .containsExactly("1 UNCHANGED facts", "2 TO_CHANGE subject", "3 TO_CHANGE left");
    }

    @Test
    void a_row_of_another_holder_is_never_taken_for_the_one_visa_that_is_left() {
        assertThat(outcomes(List.of(row(1, "new|box", "1")), known("x", "old|box", "9", "sceau-csv")))
                .containsExactly(Outcome.REFUSED);
    }

    @Test
    void rows_without_a_known_visa_are_new_even_when_they_share_a_reference() {
        assertThat(outcomes(List.of(row(1, "a", "1"), row(2, "b", "2"))))
                .containsExactly(Outcome.TO_CREATE, Outcome.TO_CREATE);
    }

    @Test
    void a_row_more_than_before_is_new_beside_the_one_that_is_known() {
        assertThat(outcomes(List.of(row(1, "a", "1"), row(2, "b", "2")), known("x", "a", "1", "sceau-csv")))
                .containsExactly(Outcome.UNCHANGED, Outcome.TO_CREATE);
    }
}
