package org.sceau.registry.domain.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;

/** Under which version of "Accreditation of ITSEFs" an accreditation was issued: EUCC Annex I.2. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccreditationCriteriaTest {
    private static final Optional<String> NOT_RECORDED = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "eucc, 2025-01-08, 2025-07-08, 1.1, lab-criteria",
        "eucc, 2025-12-29, 2026-01-01, 1.1, lab-criteria",
        "eucc, 2025-12-29, 2026-01-01, , lab-criteria",
        "eucc, 2025-12-29, 2026-01-01, 2.0, lab-criteria",
        "eucc, 2025-12-29, 2024-10-01, 2.0, lab-criteria",
        "eucc-pp, 2025-12-29, 2026-01-01, 1.1, lab-criteria",
        "eucc, 2025-01-08, 2025-07-07, 1.1, fit",
        "eucc, 2025-12-29, 2025-07-07, , fit",
        "eucc, 2025-12-29, 2025-07-08, 1.6c, fit",
        "eucc, 2025-12-29, 2024-10-01, 1.6c, fit",
        "eucc-pp, 2025-01-08, 2025-07-08, 1.6c, fit"
    })
    void an_accreditation_is_relied_on_under_the_criteria_of_its_day_or_later_ones_it_was_reviewed_under(
            String scheme, String version, String issued, String criteria, String outcome) {
        Laboratory arvor = Laboratories.laboratory("Arvor Évaluation", "00000000-0000-4000-8000-0000000000a1")
                .with(accredited(scheme, issued, Optional.ofNullable(criteria)));

        assertThat(arvor.unfitFor(demand(scheme, version)).map(Refusal::code).orElse("fit"))
                .isEqualTo(outcome);
    }

    @Test
    void the_refusal_tells_what_is_asked_and_what_is_on_record() {
        Laboratory arvor = Laboratories.laboratory("Arvor Évaluation", "00000000-0000-4000-8000-0000000000a1")
                .with(accredited("eucc", "2026-01-01", NOT_RECORDED));

        assertThat(arvor.unfitFor(demand("eucc", "2025-12-29")).orElseThrow().details())
                .containsEntry("title", "ACC-1")
                .containsEntry("asked", "1.6c")
                .containsEntry("recorded", "-");
    }

    @Test
    void a_title_that_was_issued_anew_under_later_criteria_does_beside_the_former_one() {
        Laboratory arvor = Laboratories.laboratory("Arvor Évaluation", "00000000-0000-4000-8000-0000000000a1")
                .with(accredited("eucc", "2026-01-01", NOT_RECORDED))
                .with(accredited("eucc", "2026-02-01", Optional.of("1.6c")));

        assertThat(arvor.unfitFor(demand("eucc", "2025-12-29"))).isEmpty();
    }

    @Test
    void a_title_stored_before_criteria_were_recorded_reads_as_one_that_records_none() {
        Title before = accredited("eucc", "2024-10-01", NOT_RECORDED);
        String stored = CanonicalRecord.text(before);

        assertThat(stored).doesNotContain("criteria");
        assertThat(CanonicalRecord.parse(stored, Title.class)).isEqualTo(before);
        assertThat(CanonicalRecord.parse(CanonicalRecord.text(before.under("1.6c")), Title.class)
                        .criteria())
                .contains("1.6c");
    }

    @Test
    void a_suspension_and_a_restriction_leave_the_criteria_on_record() {
        Title title = accredited("eucc", "2026-01-01", Optional.of("1.6c"));

        assertThat(title.suspended(new Suspension(LocalDate.parse("2026-03-01"), Optional.empty(), "audit"))
                        .criteria())
                .contains("1.6c");
    }

    @Test
    void criteria_without_a_version_are_no_criteria() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accredited("eucc", "2026-01-01", NOT_RECORDED).under(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accredited("eucc", "2026-01-01", NOT_RECORDED).under("1".repeat(51)));
    }

    private static Title accredited(String scheme, String issued, Optional<String> criteria) {
        LocalDate first = LocalDate.parse(issued);
        Title known = Laboratories.accreditation(
                "ACC-1", issued, first.plusYears(5).minusDays(1).toString(), criteria);
        return new Title(
                known.kind(),
                known.reference(),
                known.issuer(),
                Set.of(new SchemeId(scheme)),
                known.firstDay(),
                known.lastDay(),
                known.coverage(),
                List.of(),
                List.of(),
                criteria);
    }

    /** What a dossier at AVA_VAN.2 asks, where no authorisation is needed. */
    private static Demand demand(String scheme, String version) {
        SchemeVersion known =
                Story.SCHEMES.version(SchemeVersionId.of(scheme, version)).orElseThrow();
        return new Demand(
                LocalDate.parse("2026-05-12"),
                new SchemeId(scheme),
                known.conduct().orElseThrow().competences().stream()
                        .filter(row -> row.when().isEmpty())
                        .toList(),
                OptionalInt.of(2),
                Optional.empty(),
                Set.of(),
                known.categories().isEmpty() ? Optional.empty() : Optional.of("SOFTWARE"),
                Set.of(),
                Optional.empty(),
                Set.of());
    }
}
