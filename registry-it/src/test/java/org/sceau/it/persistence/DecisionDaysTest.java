package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.APPROVER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_APPROVER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;

/** From which day a decision may hold: nothing began before anybody proposed it, and nothing planned stands in the way of what is urgent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionDaysTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-05-12");

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set(TODAY + "T08:00:00Z");
        return house;
    }

    @ParameterizedTest
    @EnumSource
    void invariant_12_no_certificate_begins_before_its_decision_was_proposed(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        DecisionContent grant = matters.grant(matters.ready(matters.arvor()));
        house.clock.set("2026-05-14T08:00:00Z");

        assertThat(refused(() -> house.deciding.propose(DECIDER, Matters.from(TODAY, grant))))
                .as("the dossier is as old, and its evidence too")
                .isEqualTo("decision-day");
        Proposal proposal = house.deciding.propose(DECIDER, Matters.from(LocalDate.parse("2026-05-14"), grant));
        assertThat(refused(() -> house.deciding.edit(
                        DECIDER, proposal.id(), OptionalLong.empty(), Matters.from(TODAY.plusDays(1), grant))))
                .isEqualTo("decision-day");

        house.clock.set("2026-05-18T08:00:00Z");
        Visa visa = approved(house, SECOND_DECIDER, proposal);
        assertThat(visa.facts().firstDay())
                .as("the second word comes later; the day stays the one that was read and approved")
                .isEqualTo("2026-05-14");
    }

    @ParameterizedTest
    @EnumSource
    void what_ends_or_restores_a_certificate_is_planned_for_no_day_to_come(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());

        for (DecisionKind kind : List.of(DecisionKind.WITHDRAW, DecisionKind.LIFT_SUSPENSION)) {
            DecisionContent planned = Matters.from(TODAY.plusDays(30), matters.about(kind, visa, Optional.empty()));
            assertThat(refused(() -> house.deciding.propose(DECIDER, planned)))
                    .as("%s: nothing sooner could be decided any more", kind)
                    .isEqualTo("decision-day");
        }
        Visa gone = decided(house, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()));
        assertThat(gone.facts().statusOn(TODAY, VisaStatus.EXPIRED).status()).isEqualTo(VisaStatus.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource
    void a_suspension_of_today_is_followed_by_a_withdrawal_from_its_first_day_on(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Visa suspended = decided(house, matters.about(DecisionKind.SUSPEND, visa, Optional.of(TODAY.plusDays(20))));
        DecisionContent withdrawal = matters.about(DecisionKind.WITHDRAW, suspended, Optional.empty());

        assertThat(refused(() -> house.deciding.propose(DECIDER, Matters.from(TODAY.plusDays(2), withdrawal))))
                .isEqualTo("decision-day");
        Visa gone = decided(house, Matters.from(TODAY.plusDays(1), withdrawal));
        assertThat(gone.facts().statusOn(TODAY.plusDays(1), VisaStatus.EXPIRED).status())
                .isEqualTo(VisaStatus.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource
    void a_certificate_that_has_not_begun_is_withdrawn_from_its_first_day_on(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LocalDate begins = TODAY.plusDays(40);
        Visa visa = decided(house, Matters.from(begins, matters.grant(matters.ready(matters.arvor()))));
        DecisionContent withdrawal = matters.about(DecisionKind.WITHDRAW, visa, Optional.empty());

        assertThat(refused(() -> house.deciding.propose(DECIDER, withdrawal))).isEqualTo("decision-day");
        Visa gone = decided(house, Matters.from(begins, withdrawal));
        for (LocalDate day : List.of(begins, begins.plusDays(1))) {
            assertThat(gone.facts().statusOn(day, VisaStatus.EXPIRED).status()).isEqualTo(VisaStatus.WITHDRAWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void invariant_53_a_suspension_is_not_lifted_for_the_days_on_which_lists_told_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Visa suspended = decided(house, matters.about(DecisionKind.SUSPEND, visa, Optional.of(TODAY.plusDays(40))));
        house.clock.set("2026-05-20T08:00:00Z");
        DecisionContent lifting = matters.about(DecisionKind.LIFT_SUSPENSION, suspended, Optional.empty());

        assertThat(refused(() -> house.deciding.propose(DECIDER, Matters.from(TODAY.plusDays(1), lifting))))
                .as("from its first day: as if it had never been")
                .isEqualTo("decision-day");
        Visa lifted = decided(house, lifting);
        assertThat(lifted.facts()
                        .statusOn(LocalDate.parse("2026-05-19"), VisaStatus.EXPIRED)
                        .status())
                .isEqualTo(VisaStatus.SUSPENDED);
        assertThat(lifted.facts()
                        .statusOn(LocalDate.parse("2026-05-20"), VisaStatus.EXPIRED)
                        .status())
                .isEqualTo(VisaStatus.IN_FORCE);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_27_whoever_extends_a_suspension_does_not_shorten_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        LocalDate end = TODAY.plusDays(40);
        Visa suspended = decided(house, matters.about(DecisionKind.SUSPEND, visa, Optional.of(end)));
        house.clock.set("2026-05-20T08:00:00Z");

        for (LocalDate last : List.of(LocalDate.parse("2026-05-25"), end)) {
            DecisionContent shorter = matters.about(DecisionKind.EXTEND_SUSPENSION, suspended, Optional.of(last));
            assertThat(refused(() -> house.deciding.propose(APPROVER, shorter)))
                    .as("until %s", last)
                    .isEqualTo("suspension-not-longer");
        }
        Proposal longer = house.deciding.propose(
                APPROVER, matters.about(DecisionKind.EXTEND_SUSPENSION, suspended, Optional.of(end.plusDays(1))));
        assertThat(approved(house, SECOND_APPROVER, longer)
                        .facts()
                        .statusOn(end.plusDays(1), VisaStatus.EXPIRED)
                        .overdue())
                .isFalse();
    }

    private static Visa decided(House house, DecisionContent content) {
        return approved(house, SECOND_DECIDER, house.deciding.propose(DECIDER, content));
    }

    private static Visa approved(House house, Actor second, Proposal proposal) {
        return house.deciding
                .approve(second, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
