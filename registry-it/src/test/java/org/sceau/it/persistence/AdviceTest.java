package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.decision.Advice;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.Visa;

/** A recommendation level that two persons set by hand, and what anyone learns of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdviceTest {
    private static final Actor HANDLER =
            new Actor("m.ediatrice", "Autorité de démonstration", Set.of(Role.COMPLAINT_HANDLER));
    private static final String WHY = "Vulnérabilité en cours d’analyse.";

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.importCsv(ImportTest.rows(1), false);
        return house;
    }

    private static Visa visa(House house) {
        return house.visas.latest(1).get(0);
    }

    private static DecisionContent advice(House house, Visa visa, Optional<String> why, Advice advice) {
        return new DecisionContent(
                        DecisionKind.ADVISE,
                        Optional.empty(),
                        0,
                        Optional.of(visa.id()),
                        visa.version(),
                        house.calendar.today(),
                        Optional.empty(),
                        why,
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of())
                .advising(advice);
    }

    private static Visa decide(House house, DecisionContent content) {
        // Whoever handles complaints may say that the level should fall (PASSI requirements 2.2, VI.2.1.f).
        Proposal proposal = house.deciding.propose(HANDLER, content);
        house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.");
        return visa(house);
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }

    private static Optional<Recommendation> today(House house, Visa visa) {
        return visa.facts().recommendationOn(house.calendar.today(), house.schemes);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_61_no_level_is_set_by_one_person_alone_without_a_reason_in_advance_or_where_there_is_none(
            Database database) {
        House house = house(database);
        Visa visa = visa(house);
        Advice critical = Advice.of(Recommendation.CRITICAL);
        assertThat(refused(() -> house.deciding.propose(CERTIFIER, advice(house, visa, Optional.empty(), critical))))
                .isEqualTo("decision-part-missing");
        LocalDate tomorrow = house.calendar.today().plusDays(1);
        assertThat(refused(() -> house.deciding.propose(
                        CERTIFIER,
                        Matters.from(tomorrow, advice(house, visa, Optional.of(WHY), critical))
                                .advising(critical))))
                .isEqualTo("decision-day");
        assertThat(refused(() ->
                        house.deciding.propose(Matters.EVALUATOR, advice(house, visa, Optional.of(WHY), critical))))
                .isEqualTo("role-missing");
        Proposal proposal = house.deciding.propose(DECIDER, advice(house, visa, Optional.of(WHY), critical));
        assertThat(refused(() -> house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("approval-own-proposal");
        assertThat(visa(house)).isEqualTo(visa);

        house.importCsv(
                "family,scheme,scheme_version,reference,holder,name,versions,category,valid_from,"
                        + "valid_until,status,listed\n"
                        + "cspn,cspn,1.1,ANSSI-CSPN-2025/91,Brume Télécom,Pare-feu,1.0,FIREWALL,2025-01-12,2028-01-12,in-force,yes\n",
                false);
        Visa product = visa(house);
        assertThat(refused(() -> house.deciding.propose(CERTIFIER, advice(house, product, Optional.of(WHY), critical))))
                .isEqualTo("decision-not-in-scheme");
        house.deciding.approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_61_a_level_set_by_hand_says_who_when_and_why_to_those_inside_and_only_the_level_to_all_others(
            Database database) {
        House house = house(database);
        house.work.look();
        Visa before = visa(house);
        Recommendation byRule = today(house, before).orElseThrow();
        assertThat(byRule).isNotEqualTo(Recommendation.CRITICAL);

        house.clock.advance(Duration.ofMinutes(2));
        Visa set = decide(house, advice(house, before, Optional.of(WHY), Advice.of(Recommendation.CRITICAL)));

        assertThat(today(house, set)).contains(Recommendation.CRITICAL);
        assertThat(set.facts().recommendationOverride())
                .contains(new RecommendationOverride(
                        Recommendation.CRITICAL, DECIDER.name(), house.calendar.today(), WHY));
        assertThat(house.visas
                        .find(set.id(), house.clock.instant().minusSeconds(60))
                        .orElseThrow()
                        .facts())
                .as("what was known before stays known")
                .isEqualTo(before.facts());
        assertThat(house.sql.list(
                        "select entry from journal where kind in ('decision-made', 'visa-changed')",
                        row -> row.getString(1)))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry).doesNotContain(WHY, "advise", DECIDER.name(), "CRITICAL"));
        assertThat(set.facts().recommendationOn(house.calendar.today().minusDays(1), house.schemes))
                .as("of the day before, known now")
                .contains(byRule);
        house.work.look();
        assertThat(house.sql.list(
                        "select addressee, content from notice where kind = 'DECISION_MADE'",
                        row -> row.getString(1) + row.getString(2)))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith(before.facts().holder().name())
                        .contains(WHY));
        assertThat(house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();

        Visa left = decide(house, advice(house, set, Optional.of("Corrigée."), Advice.BY_RULE));
        assertThat(left.facts()).isEqualTo(before.facts());
        assertThat(today(house, left)).contains(byRule);
        assertThat(refused(() ->
                        house.deciding.propose(CERTIFIER, advice(house, left, Optional.of("Encore."), Advice.BY_RULE))))
                .isEqualTo("advice-changes-nothing");
    }
}
