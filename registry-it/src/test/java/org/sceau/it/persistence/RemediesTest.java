package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.REVIEWER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.remedy.RemedyId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.visa.Visa;

/** Remedies through the use case, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemediesTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-14T08:00:00Z");
        return house;
    }

    private static Visa granted(House house) {
        Matters matters = new Matters(house);
        return matters.granted(matters.arvor());
    }

    private static Remedy ask(House house, Actor actor, Visa visa, String due) {
        return house.remedying.ask(
                actor, visa.id(), Remedy.Ground.NON_CONFORMITY, "La version livrée diffère.", LocalDate.parse(due));
    }

    private static Remedy propose(House house, Remedy remedy) {
        return house.remedying.propose(VENDOR, remedy.id(), OptionalLong.of(remedy.version()), "Rappel et correctif.");
    }

    private static Remedy answer(House house, Remedy remedy, boolean adequate) {
        return house.remedying.answer(CERTIFIER, remedy.id(), OptionalLong.of(remedy.version()), adequate, "Examiné.");
    }

    /** Thirty days after 14 May 2026 is Saturday 13 June: a cap is not prolonged. */
    @ParameterizedTest
    @EnumSource
    void invariant_39_a_holder_is_given_thirty_days_and_not_one_more(Database database) {
        House house = house(database);
        Visa visa = granted(house);

        Refused late = refusal(() -> ask(house, CERTIFIER, visa, "2026-06-14"));
        assertThat(late.refusal().code()).isEqualTo("remedy-gt-30d");
        assertThat(late.refusal().details()).containsEntry("latest", "2026-06-13");
        assertThat(refused(() -> ask(house, CERTIFIER, visa, "2026-05-13"))).isEqualTo("remedy-day");
        assertThat(house.count("remedy")).isZero();

        assertThat(ask(house, CERTIFIER, visa, "2026-06-13").due()).isEqualTo("2026-06-13");
    }

    @ParameterizedTest
    @EnumSource
    void a_remedy_is_asked_by_the_body_and_by_nobody_of_the_holder(Database database) {
        House house = house(database);
        Visa visa = granted(house);
        Actor inside = new Actor("h.older", VENDOR.organisation(), Set.of(Role.CERTIFIER));

        assertThat(refused(() -> ask(house, inside, visa, "2026-06-01"))).isEqualTo("sod-applicant");
        for (Actor other : List.of(VENDOR, REVIEWER, AUDITOR)) {
            assertThat(refused(() -> ask(house, other, visa, "2026-06-01"))).isEqualTo("role-missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_foreign_remedy_and_one_that_is_not_there_answer_alike(Database database) {
        House house = house(database);
        Visa visa = granted(house);
        Remedy remedy = ask(house, CERTIFIER, visa, "2026-06-13");

        for (RemedyId id : List.of(remedy.id(), new RemedyId(UUID.randomUUID()))) {
            assertThat(refused(() -> house.remedying.one(OTHER_VENDOR, id))).isEqualTo("remedy-unknown");
            assertThat(refused(() -> house.remedying.propose(OTHER_VENDOR, id, OptionalLong.of(1), "x")))
                    .isEqualTo("remedy-unknown");
        }
        assertThat(refused(() -> house.remedying.about(OTHER_VENDOR, visa.id())))
                .isEqualTo("visa-unknown");
        assertThat(house.remedying.about(VENDOR, visa.id())).hasSize(1);
        assertThat(house.sql.number("select count(*) from journal where kind = 'remedy-acted' and entry like '%"
                        + visa.id() + "%'"))
                .isZero();
    }

    /** EUCC Art. 28(5)-(6), 29(2): the body must act, so that it is asked to. */
    @ParameterizedTest
    @EnumSource
    void a_holder_is_told_and_officers_are_asked_for_the_answer_and_for_the_decision_that_is_due(Database database) {
        House house = house(database);
        Visa visa = granted(house);
        Remedy remedy = ask(house, CERTIFIER, visa, "2026-06-01");
        house.work.look();
        assertThat(notices(house, VENDOR)).contains("remedy-asked until 2026-06-01");
        assertThat(tasks(house)).isEmpty();

        Remedy proposed = propose(house, remedy);
        house.work.look();
        assertThat(tasks(house)).containsExactly("remedy-proposed open");
        answer(house, proposed, false);
        house.work.look();
        assertThat(tasks(house)).containsExactly("remedy-proposed answered");
        assertThat(notices(house, VENDOR)).contains("remedy-answered until 2026-06-01");

        house.clock.set("2026-06-02T08:00:00Z");
        house.work.look();
        assertThat(tasks(house)).containsExactlyInAnyOrder("remedy-proposed answered", "remedy-lacking open");
        assertThat(notices(house, VENDOR)).contains("remedy-lacking until 2026-06-01");
        assertThat(notices(house, CERTIFIER)).contains("remedy-lacking until 2026-06-01");

        Matters matters = new Matters(house);
        Proposal suspending = house.deciding.propose(
                DECIDER, matters.about(DecisionKind.SUSPEND, visa, Optional.of(LocalDate.parse("2026-06-30"))));
        house.deciding.approve(SECOND_DECIDER, suspending.id(), suspending.digest(), "Vu.");
        house.clock.set("2026-06-03T08:00:00Z");
        house.work.look();
        house.work.look();
        assertThat(tasks(house)).containsExactlyInAnyOrder("remedy-proposed answered", "remedy-lacking visa-suspended");
        assertThat(notices(house, VENDOR)).doesNotHaveDuplicates();

        house.clock.set("2026-06-10T08:00:00Z");
        Visa suspended = house.visas.find(visa.id()).orElseThrow();
        Proposal lifting = house.deciding.propose(
                DECIDER, matters.about(DecisionKind.LIFT_SUSPENSION, suspended, Optional.empty()));
        house.deciding.approve(SECOND_DECIDER, lifting.id(), lifting.digest(), "Vu.");
        house.work.look();
        assertThat(tasks(house))
                .as("nothing adequate was proposed meanwhile")
                .containsExactlyInAnyOrder(
                        "remedy-proposed answered", "remedy-lacking visa-suspended", "remedy-lacking open");
    }

    private static List<String> tasks(House house) {
        return Stream.of(true, false)
                .flatMap(open -> house.tasking.page(CERTIFIER, open, Optional.empty(), 200).stream())
                .map(sight -> sight.recorded().task())
                .filter(task -> task.key().kind().code().startsWith("remedy-"))
                .map(task -> task.key().kind().code() + " "
                        + task.settlement().map(Task.Settlement::outcome).orElse("open"))
                .toList();
    }

    private static List<String> notices(House house, Actor actor) {
        return house.noticing.page(actor, Optional.empty(), 200).stream()
                .map(sight -> sight.recorded().notice())
                .filter(notice -> notice.kind().code().startsWith("remedy-"))
                .map(notice -> notice.kind().code() + " until " + notice.until().orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_missed_day_or_no_adequate_proposal_makes_a_decision_due_and_changes_nothing_by_itself(Database database) {
        House house = house(database);
        Visa visa = granted(house);
        Remedy missed = ask(house, CERTIFIER, visa, "2026-06-13");
        Remedy poor = answer(house, propose(house, ask(house, DECIDER, visa, "2026-06-13")), false);
        Remedy late = propose(house, ask(house, DECIDER, visa, "2026-06-13"));
        house.clock.set("2026-06-13T08:00:00Z");
        assertThat(state(house, missed)).isEqualTo(Remedy.State.ASKED);
        assertThat(state(house, poor)).isEqualTo(Remedy.State.ASKED);

        house.clock.set("2026-06-14T08:00:00Z");

        assertThat(state(house, missed)).isEqualTo(Remedy.State.DECISION_DUE);
        assertThat(state(house, poor)).isEqualTo(Remedy.State.DECISION_DUE);
        assertThat(state(house, late)).isEqualTo(Remedy.State.PROPOSED);
        assertThat(refused(() -> propose(house, missed))).isEqualTo("remedy-step-not-open");
        assertThat(refused(() -> answer(house, missed, true))).isEqualTo("remedy-step-not-open");
        assertThat(house.visas.find(visa.id())).contains(visa);
    }

    @ParameterizedTest
    @EnumSource
    void an_adequate_proposal_ends_it_and_every_version_stays(Database database) {
        House house = house(database);
        Visa visa = granted(house);
        Remedy asked = ask(house, CERTIFIER, visa, "2026-06-13");
        Remedy refusedOnce = answer(house, propose(house, asked), false);
        assertThat(refused(() -> propose(house, asked))).isEqualTo("concurrent-change");
        Remedy accepted = answer(house, propose(house, refusedOnce), true);

        house.clock.set("2026-07-14T08:00:00Z");
        assertThat(state(house, accepted)).isEqualTo(Remedy.State.ACCEPTED);
        assertThat(refused(() -> propose(house, accepted))).isEqualTo("remedy-step-not-open");
        assertThat(house.remedying.one(VENDOR, asked.id(), 1).remedy()).isEqualTo(asked);
        assertThat(house.count("remedy_version")).isEqualTo(5);
        assertThatThrownBy(() -> house.sql.update("delete from remedy_version")).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_suspension_or_a_withdrawal_may_name_the_remedy_that_failed_as_its_ground(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = granted(house);
        Remedy missed = ask(house, CERTIFIER, visa, "2026-06-13");
        Remedy kept = answer(house, propose(house, ask(house, CERTIFIER, visa, "2026-06-13")), true);
        DecisionContent withdrawal = matters.about(DecisionKind.WITHDRAW, visa, Optional.empty());
        assertThat(refused(() -> house.deciding.propose(CERTIFIER, withdrawal.on(missed.id()))))
                .isEqualTo("remedy-not-due");
        house.clock.set("2026-06-14T08:00:00Z");
        DecisionContent later = matters.about(DecisionKind.WITHDRAW, visa, Optional.empty());
        DecisionContent suspension =
                matters.about(DecisionKind.SUSPEND, visa, Optional.of(LocalDate.parse("2026-07-01")));

        for (DecisionContent content : List.of(later, suspension)) {
            assertThat(refused(() -> house.deciding.propose(CERTIFIER, content.on(kept.id()))))
                    .isEqualTo("remedy-not-due");
            assertThat(refused(() -> house.deciding.propose(CERTIFIER, content.on(new RemedyId(UUID.randomUUID())))))
                    .isEqualTo("remedy-unknown");
        }
        assertThatThrownBy(() -> matters.about(DecisionKind.CONFIRM, visa, Optional.empty())
                        .on(missed.id()))
                .isInstanceOf(IllegalArgumentException.class);

        Proposal proposal = house.deciding.propose(CERTIFIER, suspension.on(missed.id()));
        house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.");
        assertThat(house.proposals
                        .find(proposal.id())
                        .orElseThrow()
                        .proposal()
                        .content()
                        .remedy())
                .contains(missed.id());
    }

    @ParameterizedTest
    @EnumSource
    void four_eyes_on_what_rests_on_a_remedy_are_those_of_somebody_who_neither_asked_for_it_nor_answered_it(
            Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = granted(house);
        Remedy asked = ask(house, DECIDER, visa, "2026-06-13");
        Remedy proposed = propose(house, asked);
        house.remedying.answer(SECOND_DECIDER, asked.id(), OptionalLong.of(proposed.version()), false, "Insuffisant.");
        DecisionContent suspension =
                matters.about(DecisionKind.SUSPEND, visa, Optional.of(LocalDate.parse("2026-06-20")));
        Proposal proposal = house.deciding.propose(CERTIFIER, suspension.on(asked.id()));

        for (Actor involved : List.of(DECIDER, SECOND_DECIDER)) {
            assertThat(refused(() -> house.deciding.approve(involved, proposal.id(), proposal.digest(), "Vu.")))
                    .as(involved.name())
                    .isEqualTo("approver-involved");
        }
        assertThat(house.visas.find(visa.id())).contains(visa);

        Actor apart = new Actor("l.ointaine", DECIDER.organisation(), Set.of(Role.DECIDER));
        assertThat(house.deciding
                        .approve(apart, proposal.id(), proposal.digest(), "Vu.")
                        .visa())
                .isPresent();
    }

    private static Remedy.State state(House house, Remedy remedy) {
        return house.remedying.one(AUDITOR, remedy.id()).state();
    }

    private static Refused refusal(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "nothing was refused");
    }

    private static String refused(ThrowingCallable act) {
        return refusal(act).refusal().code();
    }
}
