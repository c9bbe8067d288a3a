package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * What holds of a visa when a decision was carried out, in the words of the invariants: neither the rows of a scheme nor what evaluates them
 * is asked. Each method bears the numbers it holds.
 */
final class VisaWordsMustHold {
    private static final Set<String> NATIONAL_PRODUCTS = Set.of("cc-fr", "cc-site", "cspn");
    static final Set<String> CERTIFICATES = Set.of("cc-fr", "cc-pp", "cc-site", "cspn", "eucc", "eucc-pp");

    private VisaWordsMustHold() {}

    /** All of them. */
    static void check(Turn turn, String where) {
        holds_27_a_suspension_has_its_limits(turn, where);
        holds_28_a_suspension_moves_no_end(turn, where);
        holds_29_a_suspension_says_why_what_and_how_long(turn, where);
        holds_30_a_suspension_that_ran_out_is_not_in_force(turn, where);
        holds_31_a_reissue_withdraws_in_the_same_act(turn, where);
        holds_32_and_36_a_minor_change_makes_nothing_new(turn, where);
        holds_33_a_major_change_updates_nothing(turn, where);
        holds_37_what_is_national_is_archived_at_its_end(turn, where);
        holds_38_history_only_grows(turn, where);
        holds_61_advice_says_who_when_and_why(turn, where);
    }

    static void holds_27_a_suspension_has_its_limits(Turn turn, String where) {
        if (!turn.isEucc()) {
            return;
        }
        if (turn.kind() == DecisionKind.SUSPEND) {
            StatusChange last = last(turn.after().orElseThrow());
            assertThat(last.since()).as(where).isEqualTo(turn.day().plusDays(1));
            assertThat(last.until().orElse(LocalDate.MAX))
                    .as(where)
                    .isBeforeOrEqualTo(turn.day().plusDays(42));
        }
        if (turn.kind() == DecisionKind.EXTEND_SUSPENSION) {
            assertThat(turn.approver().roles()).as(where).containsOnly(Role.NCCA_APPROVER);
            List<StatusChange> statuses = turn.after().orElseThrow().statuses();
            int begin = statuses.size() - 1;
            while (begin > 0 && statuses.get(begin - 1).status() == VisaStatus.SUSPENDED) {
                begin--;
            }
            assertThat(last(turn.after().orElseThrow()).until().orElse(LocalDate.MAX))
                    .as(where)
                    .isBeforeOrEqualTo(statuses.get(begin).since().plusYears(1));
        }
    }

    static void holds_28_a_suspension_moves_no_end(Turn turn, String where) {
        if (Set.of(DecisionKind.SUSPEND, DecisionKind.EXTEND_SUSPENSION, DecisionKind.LIFT_SUSPENSION)
                .contains(turn.kind())) {
            VisaFacts after = turn.after().orElseThrow();
            assertThat(after.validity())
                    .as(where)
                    .isEqualTo(turn.before().orElseThrow().validity());
            after.validity()
                    .lastDay()
                    .ifPresent(last -> assertThat(on(turn, last.plusDays(1)).status())
                            .as("a suspended one can end: " + where)
                            .isIn(VisaStatus.EXPIRED, VisaStatus.ARCHIVED));
        }
    }

    static void holds_29_a_suspension_says_why_what_and_how_long(Turn turn, String where) {
        if (turn.isEucc() && turn.kind() == DecisionKind.SUSPEND) {
            assertThat(turn.content().reasons()).as(where).isPresent();
            assertThat(turn.content().actions()).as(where).isPresent();
            assertThat(turn.content().lastDay()).as(where).isPresent();
        }
    }

    static void holds_30_a_suspension_that_ran_out_is_not_in_force(Turn turn, String where) {
        turn.after().map(VisaWordsMustHold::last).flatMap(StatusChange::until).ifPresent(until -> {
            StatusOnDay later = on(turn, until.plusDays(1));
            assertThat(later.status()).as(where).isNotEqualTo(VisaStatus.IN_FORCE);
            assertThat(later.overdue() || later.status() != VisaStatus.SUSPENDED)
                    .as(where)
                    .isTrue();
        });
    }

    static void holds_31_a_reissue_withdraws_in_the_same_act(Turn turn, String where) {
        if (turn.kind().isReissue()) {
            assertThat(turn.formerNow()
                            .map(Visa::facts)
                            .map(facts -> last(facts).status()))
                    .as(where)
                    .contains(VisaStatus.WITHDRAWN);
            assertThat(turn.formerNow().map(Visa::recordedAt))
                    .as(where)
                    .isEqualTo(turn.visa().map(Visa::recordedAt));
        }
    }

    static void holds_32_and_36_a_minor_change_makes_nothing_new(Turn turn, String where) {
        if (turn.kind() == DecisionKind.MAINTAIN) {
            VisaFacts before = turn.before().orElseThrow();
            assertThat(turn.visa().map(Visa::id))
                    .as(where)
                    .isEqualTo(turn.former().map(Visa::id));
            assertThat(turn.after().map(VisaFacts::reference)).as(where).contains(before.reference());
            assertThat(turn.after().map(VisaFacts::validity)).as(where).contains(before.validity());
            if (turn.isOf("eucc")) {
                assertThat(turn.dossier().orElseThrow().history().documents())
                        .as(where)
                        .anyMatch(paper ->
                                Set.of("MAINTENANCE_REPORT", "PATCH_REVIEW").contains(paper.type()));
            }
        }
    }

    static void holds_33_a_major_change_updates_nothing(Turn turn, String where) {
        if (turn.kind() == DecisionKind.REQUIRE_REEVALUATION) {
            assertThat(turn.visa()).as(where).isEmpty();
            assertThat(turn.formerNow()).as(where).isEqualTo(turn.former());
        }
    }

    static void holds_37_what_is_national_is_archived_at_its_end(Turn turn, String where) {
        turn.after()
                .filter(facts -> last(facts).status() == VisaStatus.IN_FORCE)
                .ifPresent(facts -> facts.validity()
                        .lastDay()
                        .ifPresent(last -> assertThat(on(turn, last.plusDays(1)).status())
                                .as(where)
                                .isEqualTo(
                                        NATIONAL_PRODUCTS.contains(turn.scheme()) || turn.isOf("cc-pp")
                                                ? VisaStatus.ARCHIVED
                                                : VisaStatus.EXPIRED)));
    }

    static void holds_38_history_only_grows(Turn turn, String where) {
        if (turn.kind().effect() == DecisionKind.Effect.SAME_VISA) {
            List<StatusChange> before = turn.before().orElseThrow().statuses();
            List<StatusChange> after = turn.after().orElseThrow().statuses();
            assertThat(after.size()).as(where).isGreaterThanOrEqualTo(before.size());
            assertThat(after.subList(0, before.size())).as(where).isEqualTo(before);
            if (after.size() > before.size()) {
                assertThat(turn.proposer().name())
                        .as(where)
                        .isNotEqualTo(turn.approver().name());
            }
        }
    }

    static void holds_61_advice_says_who_when_and_why(Turn turn, String where) {
        turn.after().flatMap(VisaFacts::recommendationOverride).ifPresent(manual -> {
            assertThat(CERTIFICATES).as(where).doesNotContain(turn.scheme());
            if (turn.kind() == DecisionKind.ADVISE) {
                assertThat(manual.setBy()).as(where).isEqualTo(turn.approver().name());
                assertThat(manual.setOn()).as(where).isEqualTo(turn.content().effective());
                assertThat(Optional.of(manual.reason()))
                        .as(where)
                        .isEqualTo(turn.content().reasons());
            }
        });
    }

    private static StatusChange last(VisaFacts facts) {
        return facts.statuses().get(facts.statuses().size() - 1);
    }

    private static StatusOnDay on(Turn turn, LocalDate day) {
        return turn.after().orElseThrow().statusOn(day, turn.atEnd());
    }
}
