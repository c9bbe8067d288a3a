package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.it.persistence.DoctoredTurn.DAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.decision.Correction;
import org.sceau.registry.domain.dossier.History;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Each assertion of the walks sees the violation that it is there for: what is doctored here could have been found there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistryWordsMustHoldTest {
    private static final String FACILITY = "Arvor Évaluation";

    private final RegistryWordsMustHold registry = new RegistryWordsMustHold();
    private final List<Visa> resting = new ArrayList<>();
    private DoctoredTurn turn = new DoctoredTurn();

    @Test
    void what_is_in_order_passes() {
        passes();
    }

    @Test
    void invariant_04_an_authorisation_that_outlives_its_accreditation_is_seen() {
        isSeenIn(
                accreditation(3),
                title(Competence.Title.AUTHORISATION, DAY.plusYears(3).plusDays(1)));
        isSeenIn(title(Competence.Title.AUTHORISATION, DAY.plusYears(3)));
        assertThatCode(() -> RegistryWordsMustHold.holds_04_no_title_is_too_long(
                        List.of(accreditation(3), title(Competence.Title.AUTHORISATION, DAY.plusYears(3))), "here"))
                .doesNotThrowAnyException();
    }

    private static Title accreditation(int years) {
        return title(Competence.Title.ACCREDITATION, DAY.plusYears(years));
    }

    private static void isSeenIn(Title... titles) {
        assertThatThrownBy(() -> RegistryWordsMustHold.holds_04_no_title_is_too_long(List.of(titles), "here"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void invariant_09_somebody_who_supervises_and_issues_under_a_scheme_is_seen_across_dossiers() {
        turn.involved.add(new History.Involvement("d.trois", Role.NCCA_APPROVER, Instant.EPOCH));
        passes();

        turn = another(2);
        turn.involved.add(new History.Involvement("d.trois", Role.REVIEWER, Instant.EPOCH));
        isSeen();
    }

    @Test
    void invariant_09_an_officer_with_both_hats_is_seen() {
        turn.proposer = new Actor("d.un", "Autorité de démonstration", Set.of(Role.DECIDER, Role.NCCA_SUPERVISOR));

        isSeen();
    }

    @Test
    void invariant_23_a_number_that_was_given_before_is_seen() {
        passes();

        turn = another(2);
        turn.reference = "EUCC-9990-2026-0001";
        isSeen();
    }

    @Test
    void invariant_23_a_number_that_changes_is_seen() {
        passes();

        turn.about(DecisionKind.CONFIRM);
        turn.reference = "EUCC-9990-2026-0009";
        isSeen();
    }

    @Test
    void invariant_23_a_number_of_another_year_than_that_of_the_first_certificate_is_seen() {
        turn.reference = "EUCC-9990-2025-0001";
        isSeen();

        turn = new DoctoredTurn();
        passes();
        turn.replacing(DecisionKind.REISSUE_SAME_SCOPE, 2);
        turn.day = DAY.plusYears(1);
        turn.reference = "EUCC-9990-2027-0002";
        isSeen();
    }

    @Test
    void invariant_34_a_reassessment_by_another_laboratory_is_seen() {
        passes();

        turn.about(DecisionKind.CONFIRM);
        turn.dossierKind = DossierKind.REASSESSMENT;
        passes();

        turn.laboratories = List.of(new LaboratoryId(new UUID(8, 2)));
        isSeen();
    }

    @Test
    void invariant_39_a_remedy_that_is_due_after_thirty_days_is_seen() {
        assertThatCode(() -> RegistryWordsMustHold.holds_39_a_remedy_is_due_within_thirty_days(
                        DAY, DAY.plusDays(30), "here"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> RegistryWordsMustHold.holds_39_a_remedy_is_due_within_thirty_days(
                        DAY, DAY.plusDays(31), "here"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void invariant_40_an_activity_or_a_level_that_nobody_granted_is_seen() {
        service("PENETRATION_TEST", "SUBSTANTIAL");
        passes();

        turn.about(DecisionKind.REDUCE_SCOPE);
        turn.scopes = Set.of("PENETRATION_TEST", "SOURCE_CODE_AUDIT");
        isSeen();

        turn.scopes = Set.of("PENETRATION_TEST");
        turn.level = Optional.of("HIGH");
        isSeen();
    }

    @Test
    void invariant_40_a_pair_that_nobody_granted_is_seen_although_both_its_parts_were() {
        service("PENETRATION_TEST", "SUBSTANTIAL");
        passes();

        turn.about(DecisionKind.EXTEND_SCOPE);
        turn.askedScopes = Set.of("SOURCE_CODE_AUDIT");
        turn.askedLevel = Optional.of("HIGH");
        turn.scopes = Set.of("PENETRATION_TEST", "SOURCE_CODE_AUDIT");
        turn.level = Optional.of("HIGH");
        isSeen();
    }

    @Test
    void invariant_17_a_certificate_that_lacks_a_field_is_seen() {
        assertThatThrownBy(() -> RegistryWordsMustHold.holds_17_a_certificate_has_every_field(
                        Set.of("identifier", "product-name"), "here"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void invariant_47_a_visa_that_is_changed_with_its_base_is_seen() {
        passes();
        DoctoredTurn composite = another(2);
        composite.relations = Set.of(new Relation(Relation.Kind.BASED_ON, turn.id));
        composite.recordedAt = composite.recordedAt.minusSeconds(1);
        resting.add(composite.visa());
        turn.about(DecisionKind.WITHDRAW);
        passes();

        composite.recordedAt = composite.recordedAt.plusSeconds(1);
        resting.set(0, composite.visa());
        isSeen();
    }

    @Test
    void invariant_56_an_erasure_within_five_years_is_seen() {
        assertThatCode(() -> RegistryWordsMustHold.holds_56_nothing_is_erased_within_five_years(
                        DAY, DAY.plusYears(5), "here"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> RegistryWordsMustHold.holds_56_nothing_is_erased_within_five_years(
                        DAY, DAY.plusYears(5).minusDays(1), "here"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void invariant_62_a_visa_that_is_listed_without_consent_or_against_it_is_seen() {
        service("PENETRATION_TEST", "SUBSTANTIAL");
        turn.consented = false;
        isSeen();

        turn.consented = true;
        passes();
        turn.about(DecisionKind.CORRECT);
        turn.correction = Optional.of(Correction.ofConsent(false));
        isSeen();
    }

    @Test
    void invariant_62_an_EUCC_certificate_that_is_not_listed_is_seen() {
        turn.listed = false;

        isSeen();
    }

    @Test
    void invariant_69_somebody_of_an_evaluation_facility_who_decides_is_seen() {
        turn.approver = new Actor("d.deux", FACILITY, Set.of(Role.DECIDER));

        isSeen();
    }

    private void service(String scope, String level) {
        turn.scheme = "passi";
        turn.version = "2.2";
        turn.askedScopes = Set.of(scope);
        turn.scopes = turn.askedScopes;
        turn.askedLevel = Optional.of(level);
        turn.level = turn.askedLevel;
        turn.statuses = new ArrayList<>(List.of(StatusChange.inForce(DAY)));
        turn.atEnd = VisaStatus.EXPIRED;
    }

    private static DoctoredTurn another(int number) {
        DoctoredTurn other = new DoctoredTurn();
        other.id = new VisaId(new UUID(7, number));
        other.reference = "EUCC-9990-2026-000" + number;
        return other;
    }

    private static Title title(Competence.Title kind, LocalDate last) {
        return new Title(
                kind,
                "REF-1",
                "Comité fictif",
                Set.of(new SchemeId("eucc")),
                DAY.minusYears(1),
                last,
                new Coverage(OptionalInt.of(5), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                List.of());
    }

    private void passes() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void isSeen() {
        assertThatThrownBy(this::check).isInstanceOf(AssertionError.class);
    }

    private void check() {
        registry.check(
                turn.turn(),
                Optional.of(turn.dossier()),
                List.of(new Laboratory(
                        new LaboratoryId(new UUID(8, 1)),
                        Organisation.named(FACILITY),
                        Laboratory.Kind.EVALUATION_FACILITY,
                        List.of(accreditation(3)))),
                Set.of(FACILITY),
                resting,
                "here");
    }
}
