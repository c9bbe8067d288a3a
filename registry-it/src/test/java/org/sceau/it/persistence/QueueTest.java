package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.REVIEWER;
import static org.sceau.it.persistence.Matters.VENDOR;
import static org.sceau.it.persistence.Matters.seen;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.ReadQueue;
import org.sceau.registry.application.evaluating.ReadQueue.Expected;
import org.sceau.registry.application.evaluating.ReadQueue.Kind;
import org.sceau.registry.application.evaluating.ReadQueue.Line;
import org.sceau.registry.application.scheduling.WorkOnTasks;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.TaskId;

/** Whose turn it is in which dossier, and until when. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueueTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static List<DossierId> ids(House house, Actor actor) {
        return house.queue.of(actor).lines().stream()
                .map(line -> line.sight().dossier().id())
                .toList();
    }

    private static Line line(House house, Actor actor, Dossier dossier) {
        return house.queue.of(actor).lines().stream()
                .filter(line -> line.sight().dossier().id().equals(dossier.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Dossier ask(House house, Dossier dossier, Role to, String due) {
        return house.handling.ask(
                CERTIFIER,
                dossier.id(),
                seen(dossier),
                to,
                Optional.empty(),
                Optional.empty(),
                "Pourquoi ?",
                LocalDate.parse(due));
    }

    @ParameterizedTest
    @EnumSource
    void a_dossier_of_another_organisation_is_not_in_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier dossier = matters.step(CERTIFIER, matters.submitted(), "admit");
        house.handling.assign(CERTIFIER, dossier.id(), seen(dossier), List.of(matters.arvor()));

        assertThat(ids(house, OTHER_VENDOR)).isEmpty();
        assertThat(ids(house, OTHER_EVALUATOR)).isEmpty();
        for (Actor sees : List.of(VENDOR, EVALUATOR, CERTIFIER, AUDITOR)) {
            assertThat(ids(house, sees)).as(sees.name()).containsExactly(dossier.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_more_tasks_than_are_shown_at_once_those_that_are_due_come_first(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        Concern visa = tidings.visa();
        LocalDate overdue = LocalDate.parse("2026-05-01");
        TaskId oldest = tidings.ask(Set.of(Role.CERTIFIER), visa, Optional.of(overdue));
        tidings.ask(Set.of(Role.CERTIFIER), visa);
        for (int day = 230; day > 0; day--) {
            tidings.ask(Set.of(Role.CERTIFIER), visa, Optional.of(overdue.plusDays(day)));
        }

        WorkOnTasks.Due due = house.tasking.due(CERTIFIER, 200);

        assertThat(due.more()).isTrue();
        assertThat(due.first()).hasSize(200);
        assertThat(due.first().get(0).recorded().task().id()).isEqualTo(oldest);
        assertThat(due.first())
                .extracting(sight -> sight.recorded().task().due().orElseThrow())
                .isSorted();
        assertThat(house.tasking.due(AUDITOR, 200).first())
                .as("asked of others")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_reads_no_dossiers_has_no_queue(Database database) {
        House house = house(database);
        new Matters(house).opened();

        assertThat(Objects.requireNonNull(
                                catchThrowableOfType(Refused.class, () -> house.queue.of(House.ADMINISTRATOR)))
                        .refusal()
                        .code())
                .isEqualTo("role-missing");
    }

    @ParameterizedTest
    @EnumSource
    void an_ended_dossier_is_in_it_no_more(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier withdrawn = matters.submitted();
        Dossier open = matters.opened();
        house.handling.takeStep(
                VENDOR, withdrawn.id(), seen(withdrawn), "withdraw-application", Optional.of("Le produit change."));
        matters.granted(matters.arvor());

        assertThat(ids(house, VENDOR)).containsExactly(open.id());
        assertThat(ids(house, CERTIFIER)).containsExactly(open.id());
        assertThat(ids(house, DECIDER)).containsExactly(open.id());
    }

    @ParameterizedTest
    @EnumSource
    void what_waits_for_the_reader_comes_first_the_earliest_due_before_the_later_and_before_what_has_no_day(
            Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier waitsForOthers = matters.submitted();
        Dossier undated = matters.opened();
        Dossier late = ask(house, matters.submitted(), Role.SPONSOR, "2026-06-30");
        Dossier soon = ask(house, matters.submitted(), Role.SPONSOR, "2026-05-20");

        List<Line> lines = house.queue.of(VENDOR).lines();

        assertThat(lines)
                .extracting(line -> line.sight().dossier().id())
                .containsExactly(soon.id(), late.id(), undated.id(), waitsForOthers.id());
        assertThat(lines).extracting(Line::isMine).containsExactly(true, true, true, false);
        assertThat(lines.get(0).due()).contains(LocalDate.parse("2026-05-20"));
        assertThat(lines.get(2).due()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_question_waits_for_whom_it_was_put_to_and_its_answer_for_the_side_that_asked(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier asked = ask(house, matters.submitted(), Role.SPONSOR, "2026-05-20");
        assertThat(line(house, VENDOR, asked).expected())
                .containsExactly(
                        new Expected(Kind.ANSWER, OptionalInt.of(1), Optional.of(LocalDate.parse("2026-05-20"))));
        assertThat(line(house, CERTIFIER, asked).expected())
                .extracting(Expected::kind)
                .containsExactly(Kind.STAGE);
        assertThat(line(house, REVIEWER, asked).isMine()).isFalse();

        Dossier answered = house.handling.answer(VENDOR, asked.id(), seen(asked), 1, "Parce que.");
        assertThat(line(house, VENDOR, answered).isMine()).isFalse();
        assertThat(line(house, CERTIFIER, answered).expected())
                .extracting(Expected::kind)
                .containsExactlyInAnyOrder(Kind.STAGE, Kind.SETTLE);

        Dossier settled = house.handling.settle(CERTIFIER, answered.id(), seen(answered), 1);
        assertThat(line(house, CERTIFIER, settled).expected())
                .extracting(Expected::kind)
                .containsExactly(Kind.STAGE);
    }

    @ParameterizedTest
    @EnumSource
    void an_approval_waits_for_the_two_who_answer_and_no_more_for_the_one_who_proposed(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier submitted = matters.submitted();
        Dossier asked = house.handling.askApproval(
                CERTIFIER,
                submitted.id(),
                seen(submitted),
                "long-validity",
                "Huit ans.",
                Optional.of(LocalDate.parse("2034-05-11")));
        for (Actor approver : List.of(Matters.APPROVER, Matters.SECOND_APPROVER)) {
            assertThat(line(house, approver, asked).expected())
                    .extracting(Expected::kind)
                    .containsExactly(Kind.APPROVAL);
        }

        Dossier proposed = house.handling.answerApproval(
                Matters.APPROVER, asked.id(), seen(asked), "long-validity", true, house.calendar.today(), "Motifs.");

        assertThat(line(house, Matters.APPROVER, proposed).isMine()).isFalse();
        assertThat(line(house, Matters.SECOND_APPROVER, proposed).expected())
                .containsExactly(
                        new Expected(Kind.APPROVAL, OptionalInt.empty(), Optional.of(LocalDate.parse("2026-06-11"))));
    }

    /** The oldest are kept: what is opened last has the longest time. */
    @ParameterizedTest
    @EnumSource
    void a_queue_is_bounded_and_says_that_there_are_more(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier first = matters.opened();
        for (int i = 1; i < ReadQueue.MOST; i++) {
            matters.opened();
        }
        assertThat(house.queue.of(VENDOR).more()).isFalse();
        assertThat(house.queue.of(VENDOR).lines()).hasSize(ReadQueue.MOST);

        Dossier last = matters.opened();

        ReadQueue.Queue queue = house.queue.of(VENDOR);
        assertThat(queue.more()).isTrue();
        assertThat(queue.lines())
                .hasSize(ReadQueue.MOST)
                .extracting(line -> line.sight().dossier().id())
                .contains(first.id())
                .doesNotContain(last.id());
    }
}
