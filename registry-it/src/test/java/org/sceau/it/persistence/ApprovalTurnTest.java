package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.SUPERVISOR;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;

/** An approval is prepared before its turn at the journal: what others put on record until the turn comes counts all the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalTurnTest {
    private static final String TURN = "from journal_counter where id = 1 for update";
    private static final String PREPARING = "from proposal p left join dossier d";
    private static final Suspension AUDIT = new Suspension(LocalDate.parse("2026-05-12"), Optional.empty(), "audit");

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    /** Somebody else does this after the approval was prepared and before its turn. */
    private static void meanwhile(House house, Runnable act) {
        house.database.beforeStatement(
                TURN, () -> CompletableFuture.runAsync(act).join());
    }

    private static Visa approve(House house, Proposal proposal) {
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static String refused(Runnable act) {
        return catchThrowableOfType(Refused.class, act::run).refusal().code();
    }

    private static void suspend(House house, LaboratoryId laboratory) {
        house.keeping.suspend(SUPERVISOR, laboratory, OptionalLong.empty(), "AUTHORISATION", AUDIT);
    }

    @ParameterizedTest
    @EnumSource
    void a_laboratory_that_is_suspended_meanwhile_refuses_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(matters.ready(arvor)));
        meanwhile(house, () -> suspend(house, arvor));

        assertThat(refused(() -> approve(house, proposal))).isEqualTo("lab-authorisation-suspended");
        assertThat(house.database.sent(PREPARING)).as("times it was prepared").isEqualTo(2);
        assertThat(house.count("visa")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_proposal_that_is_edited_meanwhile_is_another_one(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(ready));
        meanwhile(
                house, () -> house.deciding.edit(DECIDER, proposal.id(), OptionalLong.of(1), matters.grant(ready, 4)));

        assertThat(refused(() -> approve(house, proposal))).isEqualTo("proposal-changed");
        assertThat(house.count("visa")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_dossier_that_is_decided_meanwhile_is_not_decided_again(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(ready));
        Proposal other = house.deciding.propose(DECIDER, matters.grant(ready, 4));
        meanwhile(house, () -> approve(house, other));

        assertThat(refused(() -> approve(house, proposal))).isEqualTo("concurrent-change");
        assertThat(house.count("visa")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void a_proposal_that_expires_meanwhile_is_approved_by_nobody(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(matters.ready(matters.arvor())));
        meanwhile(house, () -> house.clock.set(proposal.expires().plusDays(1) + "T08:00:00Z"));

        assertThat(refused(() -> approve(house, proposal))).isEqualTo("proposal-expired");
        assertThat(house.count("visa")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void an_obstacle_that_is_gone_when_the_turn_comes_is_none(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        DecisionContent agreed = matters.grant(ready);
        Proposal proposal = house.deciding.propose(DECIDER, agreed);
        house.deciding.edit(DECIDER, proposal.id(), OptionalLong.of(1), matters.grant(ready, 4));
        meanwhile(house, () -> house.deciding.edit(DECIDER, proposal.id(), OptionalLong.of(2), agreed));

        assertThat(approve(house, proposal).facts().laboratories()).containsExactly("Arvor Évaluation");
    }

    @ParameterizedTest
    @EnumSource
    void a_suspension_that_is_lifted_meanwhile_refuses_nothing(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(matters.ready(arvor)));
        suspend(house, arvor);
        house.clock.set("2026-05-14T08:00:00Z");
        assertThat(refused(() -> approve(house, proposal))).isEqualTo("lab-authorisation-suspended");
        meanwhile(
                house,
                () -> house.keeping.lift(
                        SUPERVISOR, arvor, OptionalLong.empty(), "AUTHORISATION", LocalDate.parse("2026-05-13")));

        // The day from which it would hold is still one of the suspension.
        assertThat(refused(() -> approve(house, proposal))).isEqualTo("lab-authorisation-suspended");
        Proposal today = house.deciding.edit(
                DECIDER,
                proposal.id(),
                OptionalLong.of(1),
                Matters.from(LocalDate.parse("2026-05-14"), proposal.content()));
        assertThat(approve(house, today).facts().laboratories()).containsExactly("Arvor Évaluation");
    }

    @ParameterizedTest
    @EnumSource
    void decisions_about_other_matters_leave_it_as_it_was_prepared(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Proposal first = house.deciding.propose(DECIDER, matters.grant(matters.ready(arvor)));
        Proposal second = house.deciding.propose(DECIDER, matters.grant(matters.ready(arvor)));
        Dossier third = matters.ready(arvor);
        meanwhile(house, () -> {
            approve(house, first);
            house.deciding.propose(DECIDER, matters.grant(third));
        });

        assertThat(approve(house, second).facts().reference().text()).isEqualTo("EUCC-9990-2026-0002");
        assertThat(house.database.sent(PREPARING))
                .as("times both were prepared")
                .isEqualTo(2);
        assertThat(house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_act_on_any_dossier_counts_where_a_visa_is_decided_on(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Proposal proposal =
                house.deciding.propose(Matters.CERTIFIER, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()));
        meanwhile(house, matters::opened);

        house.deciding.approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.");
        assertThat(house.database.sent(PREPARING)).as("times it was prepared").isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_attempt_that_was_made_meanwhile_is_answered_alike(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(matters.ready(matters.arvor())));
        meanwhile(house, () -> attempt(house, proposal));

        assertThat(attempt(house, proposal).visa())
                .isEqualTo(attempt(house, proposal).visa());
        assertThat(house.count("visa")).isOne();
    }

    private static Decide.Outcome attempt(House house, Proposal proposal) {
        return Once.of(
                Optional.of(new Once.Key("approve", "a".repeat(64))),
                Decide.Outcome.class,
                outcome -> outcome.proposal().id() + " "
                        + outcome.visa().orElseThrow().slug(),
                name -> house.deciding.outcome(
                        SECOND_DECIDER,
                        ProposalId.parse(name.split(" ")[0]),
                        Optional.of(new org.sceau.registry.domain.visa.Slug(name.split(" ")[1]))),
                () -> house.deciding.approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu."));
    }

    @Test
    void the_record_of_an_act_is_dated_when_its_turn_has_come() {
        House house = house(Database.H2);
        Matters matters = new Matters(house);
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(matters.ready(matters.arvor())));
        meanwhile(house, () -> house.clock.set("2026-05-12T08:00:07Z"));

        Visa visa = approve(house, proposal);
        assertThat(visa.recordedAt()).isEqualTo("2026-05-12T08:00:07Z");
        Dossier ended = house.dossiers.leadingTo(visa.id()).orElseThrow().dossier();
        assertThat(ended.history().stage().at()).isEqualTo("2026-05-12T08:00:07Z");
    }
}
