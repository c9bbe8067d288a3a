package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_EVALUATOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.ReadQueue;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.refusal.Refused;

/** A laboratory says yes or no to its assignment; whoever said no is none of the dossier, in the same act. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AssignmentsTest {
    private static final Optional<String> DECLINED = Optional.of("Plan de charge complet.");

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static Dossier assigned(House house) {
        Matters matters = new Matters(house);
        Dossier admitted = matters.step(CERTIFIER, matters.submitted(), "admit");
        return house.handling.assign(CERTIFIER, admitted.id(), Matters.seen(admitted), List.of(matters.arvor()));
    }

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was done")
                .refusal()
                .code();
    }

    private static List<ReadQueue.Kind> awaited(House house, Actor actor) {
        return house.queue.of(actor).lines().stream()
                .flatMap(line -> line.expected().stream())
                .map(ReadQueue.Expected::kind)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_answers_for_another_laboratory(Database database) {
        House house = house(database);
        Dossier dossier = assigned(house);
        for (Actor other : List.of(VENDOR, CERTIFIER)) {
            assertThat(refused(() ->
                            house.handling.answerAssignment(other, dossier.id(), Matters.seen(dossier), DECLINED)))
                    .as(other.name())
                    .isEqualTo("role-missing");
        }
        assertThat(refused(() -> house.handling.answerAssignment(
                        OTHER_EVALUATOR, dossier.id(), Matters.seen(dossier), DECLINED)))
                .isEqualTo("dossier-unknown");
    }

    @ParameterizedTest
    @EnumSource
    void whoever_declines_sees_the_dossier_no_more_and_the_certifier_reads_why(Database database) {
        House house = house(database);
        Dossier dossier = assigned(house);
        assertThat(awaited(house, EVALUATOR)).contains(ReadQueue.Kind.ENGAGE);

        Dossier declined = house.handling.answerAssignment(EVALUATOR, dossier.id(), Matters.seen(dossier), DECLINED);

        assertThat(declined.version()).isEqualTo(dossier.version() + 1);
        assertThat(refused(() -> house.reading.one(EVALUATOR, dossier.id(), Optional.empty())))
                .isEqualTo("dossier-unknown");
        assertThat(house.queue.of(EVALUATOR).lines()).isEmpty();
        Dossier seen =
                house.reading.one(CERTIFIER, dossier.id(), Optional.empty()).dossier();
        assertThat(seen).isEqualTo(declined);
        assertThat(seen.laboratories()).isEmpty();
        assertThat(seen.history().engagements())
                .singleElement()
                .satisfies(said -> assertThat(said.reason()).isEqualTo(DECLINED));
        assertThat(house.comparing.compare(Matters.AUDITOR).isEqual())
                .as("the journal tells of it to the byte")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_accepted_is_not_asked_again(Database database) {
        House house = house(database);
        Dossier dossier = assigned(house);
        Dossier accepted =
                house.handling.answerAssignment(EVALUATOR, dossier.id(), Matters.seen(dossier), Optional.empty());

        assertThat(awaited(house, EVALUATOR)).doesNotContain(ReadQueue.Kind.ENGAGE);
        assertThat(refused(() ->
                        house.handling.answerAssignment(EVALUATOR, dossier.id(), Matters.seen(accepted), DECLINED)))
                .isEqualTo("engagement-not-open");
    }

    /** The stage is with the laboratory that is none any more: somebody has to be asked for another. */
    @ParameterizedTest
    @EnumSource
    void where_a_stage_waits_for_a_laboratory_and_none_is_left_the_certifier_is_asked_for_one(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier planned = matters.deposit(CERTIFIER, assigned(house), "EVALUATION_PLAN");
        Dossier begun = matters.step(CERTIFIER, planned, "accept");
        assertThat(awaited(house, CERTIFIER)).doesNotContain(ReadQueue.Kind.ASSIGN);

        house.handling.answerAssignment(EVALUATOR, begun.id(), Matters.seen(begun), DECLINED);

        assertThat(awaited(house, CERTIFIER)).contains(ReadQueue.Kind.ASSIGN);
    }
}
