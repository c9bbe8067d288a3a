package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.it.persistence.DoctoredTurn.DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.StatusChange;

/** Each assertion of the walks sees the violation that it is there for: what is doctored here could have been found there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisaWordsMustHoldTest {
    private final DoctoredTurn grant = new DoctoredTurn();

    @Test
    void what_is_in_order_passes() {
        passes();
    }

    @Test
    void invariant_27_a_suspension_of_more_than_42_days_or_from_another_day_is_seen() {
        suspended(1, 42);
        passes();
        suspended(1, 43);
        isSeen();
        suspended(0, 42);
        isSeen();
    }

    @Test
    void invariant_27_an_extension_beyond_a_year_or_by_somebody_else_is_seen() {
        suspended(1, 42);
        grant.about(DecisionKind.EXTEND_SUSPENSION);
        grant.approver = new Actor("a.probe", "Autorité de démonstration", Set.of(Role.NCCA_APPROVER));
        grant.statuses.add(suspension(43, 300));
        passes();

        grant.statuses.set(2, suspension(43, 380));
        isSeen();

        grant.statuses.set(2, suspension(43, 300));
        grant.approver = new Actor("d.deux", "Autorité de démonstration", Set.of(Role.DECIDER));
        isSeen();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPEND", "EXTEND_SUSPENSION", "LIFT_SUSPENSION"})
    void invariant_28_a_suspension_that_moves_the_end_is_seen(DecisionKind kind) {
        of("pvid");
        grant.about(kind);
        passes();

        grant.lastDay = Optional.of(DAY.plusYears(1));
        isSeen();
    }

    @Test
    void invariant_29_a_suspension_without_reasons_actions_or_period_is_seen() {
        suspended(1, 30);
        grant.reasons = Optional.empty();
        isSeen();

        suspended(1, 30);
        grant.reasons = Optional.of("Motifs.");
        grant.actions = Optional.empty();
        isSeen();

        grant.actions = Optional.of("Corriger.");
        grant.contentLastDay = Optional.empty();
        isSeen();
    }

    @Test
    void invariant_30_a_suspension_that_ran_out_and_is_shown_in_force_is_seen() {
        suspended(1, 30);
        passes();

        // The record itself would have to call it in force again.
        grant.atEnd = VisaStatus.IN_FORCE;
        grant.lastDay = Optional.of(DAY.plusDays(10));
        isSeen();
    }

    @Test
    void invariant_31_a_reissue_that_leaves_the_former_or_withdraws_it_later_is_seen() {
        grant.replacing(DecisionKind.REISSUE_SAME_SCOPE, 2);
        isSeen();

        DoctoredTurn withdrawn = new DoctoredTurn();
        withdrawn.statuses.add(StatusChange.of(VisaStatus.WITHDRAWN, DAY, "Réémis."));
        grant.formerNow = Optional.of(withdrawn.visa());
        passes();

        withdrawn.recordedAt = withdrawn.recordedAt.plusSeconds(1);
        grant.formerNow = Optional.of(withdrawn.visa());
        isSeen();
    }

    @Test
    void invariant_32_and_36_a_minor_change_that_moves_the_end_or_makes_a_certificate_is_seen() {
        grant.papers = List.of("MAINTENANCE_REPORT");
        grant.about(DecisionKind.MAINTAIN);
        passes();

        grant.lastDay = Optional.of(DAY.plusYears(5));
        isSeen();

        grant.lastDay = Optional.of(DAY.plusYears(4));
        grant.reference = "EUCC-9990-2026-0002";
        isSeen();
    }

    @Test
    void invariant_32_and_36_a_minor_change_without_its_report_is_seen() {
        grant.about(DecisionKind.MAINTAIN);

        isSeen();
    }

    @Test
    void invariant_33_a_major_change_that_updates_the_certificate_is_seen() {
        grant.about(DecisionKind.REQUIRE_REEVALUATION);
        grant.formerNow = grant.former;
        grant.withVisa = false;
        passes();

        grant.formerNow = Optional.of(grant.visa());
        grant.lastDay = Optional.of(DAY.plusYears(5));
        grant.former = Optional.of(grant.visa());
        isSeen();
    }

    @Test
    void invariant_37_a_national_product_that_expires_and_another_that_is_archived_are_seen() {
        of("cspn");
        grant.lastDay = Optional.of(DAY.plusYears(3));
        grant.atEnd = VisaStatus.EXPIRED;
        isSeen();

        of("passi");
        grant.atEnd = VisaStatus.ARCHIVED;
        isSeen();
    }

    @Test
    void invariant_38_a_history_that_was_rewritten_is_seen() {
        suspended(1, 30);
        grant.about(DecisionKind.LIFT_SUSPENSION);
        grant.statuses.set(1, StatusChange.inForce(DAY.plusDays(5)));

        isSeen();
    }

    @Test
    void invariant_38_a_change_of_status_by_one_person_is_seen() {
        suspended(1, 30);
        grant.approver = grant.proposer;

        isSeen();
    }

    @Test
    void invariant_61_advice_about_a_certificate_or_of_somebody_else_is_seen() {
        of("passi");
        grant.lastDay = Optional.of(DAY.plusYears(3));
        grant.about(DecisionKind.ADVISE);
        grant.advice = advice("d.deux", DAY);
        passes();

        grant.advice = advice("d.un", DAY);
        isSeen();
        grant.advice = advice("d.deux", DAY.plusDays(1));
        isSeen();

        grant.scheme = "cspn";
        grant.atEnd = VisaStatus.ARCHIVED;
        grant.advice = advice("d.deux", DAY);
        isSeen();
    }

    private void of(String scheme) {
        grant.scheme = scheme;
        grant.atEnd = scheme.startsWith("cc-") || scheme.equals("cspn") ? VisaStatus.ARCHIVED : VisaStatus.EXPIRED;
    }

    /** From a day after the decision to another one, decided on the first day. */
    private void suspended(int from, int to) {
        DoctoredTurn before = new DoctoredTurn();
        grant.former = Optional.of(before.visa());
        grant.kind = DecisionKind.SUSPEND;
        grant.contentLastDay = Optional.of(DAY.plusDays(to));
        grant.statuses.clear();
        grant.statuses.add(StatusChange.inForce(DAY));
        grant.statuses.add(suspension(from, to));
    }

    private static StatusChange suspension(int from, int to) {
        return new StatusChange(
                VisaStatus.SUSPENDED, DAY.plusDays(from), Optional.of(DAY.plusDays(to)), Optional.of("Motifs."));
    }

    private static Optional<RecommendationOverride> advice(String by, LocalDate on) {
        return Optional.of(new RecommendationOverride(Recommendation.OPTIMAL, by, on, "Motifs."));
    }

    private void passes() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void isSeen() {
        assertThatThrownBy(this::check).isInstanceOf(AssertionError.class);
    }

    private void check() {
        VisaWordsMustHold.check(grant.turn(), "here");
    }
}
