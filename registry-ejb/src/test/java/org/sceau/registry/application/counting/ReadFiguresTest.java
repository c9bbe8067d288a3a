package org.sceau.registry.application.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.application.counting.CountedByHand.EUCC;
import static org.sceau.registry.application.counting.CountedByHand.SCHEMES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadFiguresTest {
    private final CountedByHand registry = new CountedByHand();
    private final ReadFigures reading = registry.reading();

    private Figures figures() {
        return reading.today().figures();
    }

    private void visa(String family, VisaStatus status, String first, String last) {
        registry.visas.add(new Catalogue.Shown(
                new FamilyId(family), status, LocalDate.parse(first), Optional.of(LocalDate.parse(last))));
    }

    private DossierFigures.OfStage stage(String stage) {
        return figures().dossiers().stages().stream()
                .filter(row -> row.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_an_empty_registry_nothing_is_told() {
        assertThat(figures().visas().families()).isEmpty();
        assertThat(figures().dossiers().stages()).isEmpty();
        assertThat(figures().dossiers().decisions()).isEmpty();
    }

    @Test
    void a_scheme_whose_visas_are_never_public_is_not_told_of_whatever_it_holds() {
        SchemeVersion secret = SCHEMES.all().stream()
                .filter(version -> !version.isListed())
                .filter(version -> version.conduct().isPresent())
                .findFirst()
                .orElseThrow();
        String start = secret.conduct().orElseThrow().procedure().start().id();
        for (int i = 0; i < 50; i++) {
            registry.dossier(secret, start + " 2026-01-05", "x 2026-02-05");
            visa(secret.family().value(), VisaStatus.IN_FORCE, "2026-01-01", "2027-01-01");
        }

        assertThat(SCHEMES.isPublic(secret.family())).isFalse();
        assertThat(figures().visas().families()).isEmpty();
        assertThat(figures().dossiers().stages()).isEmpty();
    }

    @Test
    void a_visa_that_no_longer_stands_does_not_end_again() {
        visa("cspn", VisaStatus.WITHDRAWN, "2024-01-01", "2026-12-01");

        assertThat(figures().visas().families().get(0).endingWithin(12)).isZero();
    }

    @Test
    void both_the_day_itself_and_the_same_day_so_many_months_later_are_within_the_span() {
        visa("cspn", VisaStatus.IN_FORCE, "2024-01-01", "2026-11-21");
        visa("cspn", VisaStatus.SUSPENDED, "2024-01-01", "2027-02-21");
        visa("cspn", VisaStatus.IN_FORCE, "2024-01-01", "2027-02-22");
        visa("cspn", VisaStatus.IN_FORCE, "2024-01-01", "2027-11-22");

        VisaFigures.OfFamily family = figures().visas().families().get(0);

        assertThat(family.endingWithin(3)).isEqualTo(2);
        assertThat(family.endingWithin(6)).isEqualTo(3);
        assertThat(family.endingWithin(12)).isEqualTo(3);
    }

    @Test
    void visas_are_counted_by_family_year_and_status_in_the_order_of_the_catalogue() {
        visa("passi", VisaStatus.IN_FORCE, "2025-03-01", "2028-03-01");
        visa("cspn", VisaStatus.IN_FORCE, "2026-03-01", "2029-03-01");
        visa("cspn", VisaStatus.ARCHIVED, "2020-03-01", "2023-03-01");

        VisaFigures.OfFamily cspn = figures().visas().families().get(0);

        assertThat(figures().visas().families())
                .extracting(row -> row.family().value())
                .containsExactly("cspn", "passi");
        assertThat(cspn.granted()).containsExactly(new VisaFigures.OfYear(2020, 1), new VisaFigures.OfYear(2026, 1));
        assertThat(cspn.statuses())
                .containsExactly(
                        new VisaFigures.OfStatus(VisaStatus.IN_FORCE, 1),
                        new VisaFigures.OfStatus(VisaStatus.ARCHIVED, 1));
        assertThat(cspn.grantedIn(2021)).isZero();
    }

    @Test
    void a_dossier_that_comes_back_to_a_stage_counts_once_with_the_sum_of_its_days() {
        for (int i = 0; i < 5; i++) {
            registry.dossier(
                    EUCC,
                    "draft 2026-01-01",
                    "submitted 2026-01-11",
                    "draft 2026-01-16",
                    "submitted 2026-01-20",
                    "evaluation 2026-01-21");
        }

        assertThat(stage("draft").median()).isEqualTo(14);
        assertThat(stage("submitted").median()).isEqualTo(6);
        assertThat(stage("draft").atLeast()).isEqualTo(5);
    }

    @Test
    void the_time_of_a_dossier_at_the_stage_where_it_stands_runs_on_and_is_not_counted() {
        for (int i = 0; i < 5; i++) {
            registry.dossier(EUCC, "draft 2026-01-01", "submitted 2026-01-11", "draft 2026-01-16");
        }

        assertThat(figures().dossiers().stages())
                .extracting(DossierFigures.OfStage::stage)
                .containsExactly("submitted");
    }

    @Test
    void what_happened_or_became_known_after_the_last_whole_quarter_waits_for_the_next() {
        for (int i = 0; i < 5; i++) {
            registry.dossier(EUCC, "draft 2026-07-01", "submitted 2026-09-30");
            registry.dossier(EUCC, "draft 2026-07-01", "submitted 2026-10-01");
            registry.dossier(EUCC, "draft 2026-07-01", "submitted 2026-07-02 2026-10-01");
        }

        assertThat(figures().dossiers().through()).isEqualTo("2026-09-30");
        assertThat(stage("draft").atLeast()).isEqualTo(5);
        assertThat(stage("draft").median()).isEqualTo(91);
        assertThat(registry.before).contains(Instant.parse("2026-09-30T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2025-12-31",
        "2026-03-31, 2025-12-31",
        "2026-04-01, 2026-03-31",
        "2028-06-30, 2028-03-31",
        "2026-12-31, 2026-09-30"
    })
    void a_quarter_is_over_on_the_day_after_its_last(LocalDate day, LocalDate through) {
        assertThat(ReadFigures.lastQuarterBefore(day)).isEqualTo(through);
    }

    @Test
    void stages_come_in_the_order_of_the_procedure() {
        for (int i = 0; i < 12; i++) {
            registry.dossier(
                    EUCC,
                    "draft 2026-01-01",
                    "submitted 2026-01-0" + (2 + i % 5),
                    "evaluation 2026-01-21",
                    "x 2026-02-01");
        }

        assertThat(figures().dossiers().stages())
                .extracting(DossierFigures.OfStage::stage)
                .containsExactly("draft", "submitted", "evaluation");
        assertThat(stage("draft").ninetieth()).hasValue(5);
        assertThat(stage("draft").atLeast()).isEqualTo(10);
    }

    @Test
    void nothing_is_counted_twice_while_nothing_changed() {
        ReadFigures.Told first = reading.today();

        assertThat(reading.today()).isSameAs(first);
        assertThat(registry.askedForVisas).isEqualTo(1);
        assertThat(registry.askedForDossiers).isEqualTo(1);
    }

    @Test
    void after_an_act_visas_are_counted_anew_and_dossiers_on_the_next_legal_day() {
        String before = reading.today().digest();
        registry.generation++;
        assertThat(reading.today().digest()).isEqualTo(before);
        visa("cspn", VisaStatus.IN_FORCE, "2026-03-01", "2029-03-01");
        registry.generation++;
        assertThat(reading.today().digest()).isNotEqualTo(before);
        assertThat(registry.askedForVisas).isEqualTo(3);
        assertThat(registry.askedForDossiers).isEqualTo(1);

        registry.now = Instant.parse("2026-11-21T23:30:00Z");

        assertThat(figures().day()).isEqualTo("2026-11-22");
        assertThat(registry.askedForDossiers).isEqualTo(2);
    }

    @Test
    void two_versions_of_a_scheme_are_one_group() {
        SchemeVersion former =
                SCHEMES.version(SchemeVersionId.of("eucc", "2025-01-08")).orElseThrow();
        for (int i = 0; i < 3; i++) {
            registry.dossier(EUCC, "draft 2026-01-01", "submitted 2026-01-11");
            registry.dossier(former, "draft 2026-01-01", "submitted 2026-01-11");
        }

        assertThat(stage("draft").atLeast()).isEqualTo(5);
    }
}
