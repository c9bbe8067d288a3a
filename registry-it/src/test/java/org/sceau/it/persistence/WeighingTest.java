package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.REVIEWER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.deciding.WeighProposal.Weighed;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/** What a second person reads before saying the word: what would change, and whether the word is theirs to say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WeighingTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static Proposal grant(House house, Matters matters) {
        return house.deciding.propose(DECIDER, matters.grant(matters.ready(matters.arvor())));
    }

    private static Visa approved(House house, Proposal proposal) {
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static String refused(House house, Actor actor, ProposalId id) {
        return Objects.requireNonNull(
                        catchThrowableOfType(Refused.class, () -> house.weighing.weigh(actor, id)), "it was weighed")
                .refusal()
                .code();
    }

    private static Optional<String> obstacle(House house, Actor actor, Proposal proposal) {
        return house.weighing.weigh(actor, proposal.id()).obstacle().map(Refusal::code);
    }

    private static Actor staff(String name, Role role) {
        return new Actor(name, DECIDER.organisation(), Set.of(role));
    }

    @ParameterizedTest
    @EnumSource
    void a_proposal_is_not_there_for_whoever_may_not_see_it(Database database) {
        House house = house(database);
        Proposal proposal = grant(house, new Matters(house));
        Actor elsewhere = new Actor(
                "e.lsewhere",
                DECIDER.organisation(),
                new RoleBook(Set.of(new RoleGrant(Role.DECIDER, Optional.of(new SchemeId("cspn"))))));

        assertThat(refused(house, elsewhere, proposal.id())).isEqualTo("proposal-unknown");
        assertThat(refused(house, DECIDER, new ProposalId(UUID.randomUUID()))).isEqualTo("proposal-unknown");
        for (Actor outside : List.of(VENDOR, OTHER_VENDOR, EVALUATOR, REVIEWER)) {
            assertThat(refused(house, outside, proposal.id()))
                    .as(outside.name())
                    .isEqualTo("role-missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_second_person_finds_no_obstacle_and_each_other_one_its_own(Database database) {
        House house = house(database);
        Proposal proposal = grant(house, new Matters(house));

        assertThat(obstacle(house, SECOND_DECIDER, proposal)).isEmpty();
        assertThat(obstacle(house, DECIDER, proposal)).contains("approval-own-proposal");
        assertThat(obstacle(house, staff(REVIEWER.name(), Role.DECIDER), proposal))
                .as("who reviewed")
                .contains("sod-reviewer-decider");
        assertThat(obstacle(house, new Actor("l.ab", EVALUATOR.organisation(), Set.of(Role.DECIDER)), proposal))
                .as("a laboratory's person")
                .contains("facility-never-decides");
        assertThat(obstacle(house, new Actor("v.end", VENDOR.organisation(), Set.of(Role.DECIDER)), proposal))
                .as("the applicant's person")
                .contains("sod-applicant");
        for (Actor reader : List.of(CERTIFIER, AUDITOR)) {
            assertThat(obstacle(house, reader, proposal)).as(reader.name()).contains("role-missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_reads_under_one_scheme_and_decides_nothing_there_is_told_the_role_that_is_missing(Database database) {
        House house = house(database);
        Proposal proposal = grant(house, new Matters(house));
        for (Role role : List.of(Role.CERTIFIER, Role.AUDITOR)) {
            Actor reader = new Actor(
                    "r.eader",
                    DECIDER.organisation(),
                    new RoleBook(Set.of(new RoleGrant(role, Optional.of(new SchemeId("eucc"))))));

            assertThat(obstacle(house, reader, proposal)).as("%s", role).contains("role-missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_obstacle_is_what_the_act_itself_would_be_refused_with(Database database) {
        House house = house(database);
        Proposal proposal = grant(house, new Matters(house));

        for (Actor actor : List.of(
                DECIDER,
                staff(REVIEWER.name(), Role.DECIDER),
                new Actor("l.ab", EVALUATOR.organisation(), Set.of(Role.DECIDER)))) {
            String said = Objects.requireNonNull(catchThrowableOfType(
                            Refused.class,
                            () -> house.deciding.approve(actor, proposal.id(), proposal.digest(), "Vu.")))
                    .refusal()
                    .code();
            assertThat(obstacle(house, actor, proposal)).as(actor.name()).contains(said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_grant_would_make_is_what_it_makes_but_for_its_reference(Database database) {
        House house = house(database);
        Proposal proposal = grant(house, new Matters(house));

        Weighed weighed = house.weighing.weigh(SECOND_DECIDER, proposal.id());
        VisaFacts granted = approved(house, proposal).facts();

        assertThat(weighed.inForce()).isEmpty();
        assertThat(weighed.rule().kind()).isEqualTo(DecisionKind.GRANT);
        assertThat(weighed.then().orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("reference")
                .isEqualTo(granted);
        assertThat(weighed.then().orElseThrow().reference().text()).isEqualTo("–");
    }

    @ParameterizedTest
    @EnumSource
    void weighing_takes_no_number_and_writes_nothing_into_the_journal(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        var arvor = matters.arvor();
        Visa first = matters.granted(arvor);
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(matters.ready(arvor)));
        long entries = house.journal.size();
        for (int i = 0; i < 3; i++) {
            house.weighing.weigh(SECOND_DECIDER, proposal.id());
        }
        assertThat(house.journal.size()).isEqualTo(entries);
        assertThat(house.count("visa")).isEqualTo(1);

        Visa second = approved(house, proposal);

        assertThat(sequence(second)).isEqualTo(sequence(first) + 1);
    }

    private static int sequence(Visa visa) {
        String text = visa.facts().reference().text();
        return Integer.parseInt(text.substring(text.lastIndexOf('-') + 1));
    }

    @ParameterizedTest
    @EnumSource
    void a_change_stands_beside_what_is_in_force_and_says_what_it_makes_of_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Proposal proposal = house.deciding.propose(
                DECIDER,
                matters.about(
                        DecisionKind.SUSPEND,
                        visa,
                        Optional.of(house.calendar.today().plusDays(30))));

        Weighed weighed = house.weighing.weigh(SECOND_DECIDER, proposal.id());

        assertThat(weighed.inForce()).contains(visa);
        assertThat(weighed.then()).contains(approved(house, proposal).facts());
    }

    @ParameterizedTest
    @EnumSource
    void what_was_decided_is_weighed_without_an_obstacle_since_nothing_is_asked_of_anybody(Database database) {
        House house = house(database);
        Proposal proposal = grant(house, new Matters(house));
        house.deciding.reject(SECOND_DECIDER, proposal.id(), proposal.digest(), "Non.");

        assertThat(Map.of(
                        DECIDER.name(), obstacle(house, DECIDER, proposal),
                        SECOND_DECIDER.name(), obstacle(house, SECOND_DECIDER, proposal)))
                .allSatisfy((name, obstacle) -> assertThat(obstacle).as(name).isEmpty());
    }
}
