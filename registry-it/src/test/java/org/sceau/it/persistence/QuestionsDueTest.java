package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;

/** Questions about a dossier have a last day, and somebody watches it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionsDueTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        house.work.look();
        return house;
    }

    private static void look(House house, String day) {
        house.clock.set(day + "T08:00:00Z");
        house.work.look();
    }

    private static void ask(House house, Actor actor, DossierId dossier, Role to, String due) {
        house.handling.ask(
                actor,
                dossier,
                OptionalLong.empty(),
                to,
                Optional.empty(),
                Optional.empty(),
                "Quelle version ?",
                LocalDate.parse(due));
    }

    private static List<String> notices(House house, Actor actor) {
        return house.noticing.page(actor, Optional.empty(), 200).stream()
                .map(sight -> sight.recorded().notice())
                .filter(notice -> notice.occurrence().startsWith("question/"))
                .map(notice -> notice.kind().code() + " " + notice.occurrence() + " on " + notice.day())
                .toList();
    }

    private static List<String> tasks(House house, Actor actor, boolean open) {
        return house.tasking.page(actor, open, Optional.empty(), 200).stream()
                .map(sight -> sight.recorded().task())
                .filter(task -> task.key().occurrence().startsWith("question/"))
                .map(task -> task.key().kind().code() + " " + task.key().occurrence() + " since " + task.since()
                        + task.settlement()
                                .map(how -> " " + how.outcome() + " on " + how.day())
                                .orElse(""))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_question_that_is_answered_in_time_asks_nobody_for_anything(Database database) {
        House house = house(database);
        Dossier dossier = new Matters(house).opened();
        ask(house, CERTIFIER, dossier.id(), Role.SPONSOR, "2026-05-20");
        look(house, "2026-05-12");
        assertThat(notices(house, VENDOR)).containsExactly("question-asked question/1/1 on 2026-05-12");
        house.handling.answer(VENDOR, dossier.id(), OptionalLong.empty(), 1, "La 4.1.0.");

        look(house, "2026-05-21");

        assertThat(notices(house, VENDOR)).containsExactly("question-asked question/1/1 on 2026-05-12");
        assertThat(notices(house, OTHER_VENDOR)).isEmpty();
        assertThat(tasks(house, CERTIFIER, true)).isEmpty();
        assertThat(tasks(house, CERTIFIER, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_is_asked_is_told_ahead_and_when_it_is_late_and_whoever_asked_has_a_task_until_the_answer_comes(
            Database database) {
        House house = house(database);
        Dossier dossier = new Matters(house).opened();
        ask(house, CERTIFIER, dossier.id(), Role.SPONSOR, "2026-06-01");
        look(house, "2026-05-25");
        assertThat(notices(house, VENDOR))
                .containsExactlyInAnyOrder(
                        "question-asked question/1/1 on 2026-05-12", "answer-near question/1/1 on 2026-05-25");
        assertThat(tasks(house, CERTIFIER, true)).isEmpty();

        // Nobody looked for a week: the days are the same.
        look(house, "2026-06-08");
        look(house, "2026-06-09");
        assertThat(notices(house, VENDOR)).hasSize(3).contains("answer-overdue question/1/1 on 2026-06-02");
        assertThat(tasks(house, CERTIFIER, true)).containsExactly("answer-overdue question/1/1 since 2026-06-02");
        assertThat(tasks(house, DECIDER, true)).as("somebody else's question").isEmpty();

        house.handling.answer(VENDOR, dossier.id(), OptionalLong.empty(), 1, "La 4.1.0.");
        look(house, "2026-06-10");
        assertThat(tasks(house, CERTIFIER, true)).isEmpty();
        assertThat(tasks(house, CERTIFIER, false))
                .containsExactly("answer-overdue question/1/1 since 2026-06-02 answered on 2026-06-09");

        house.handling.askAgain(
                CERTIFIER, dossier.id(), OptionalLong.empty(), 1, "Et le correctif ?", LocalDate.parse("2026-06-11"));
        look(house, "2026-06-12");
        assertThat(tasks(house, CERTIFIER, true)).containsExactly("answer-overdue question/1/2 since 2026-06-12");
    }

    @ParameterizedTest
    @EnumSource
    void a_laboratory_whose_question_is_late_is_told_and_an_ended_dossier_asks_nothing_any_more(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        ask(house, EVALUATOR, ready.id(), Role.SPONSOR, "2026-05-14");
        ask(house, CERTIFIER, ready.id(), Role.EVALUATOR, "2026-05-14");
        look(house, "2026-05-15");

        assertThat(notices(house, EVALUATOR))
                .containsExactlyInAnyOrder(
                        "answer-overdue question/1/1 on 2026-05-15",
                        "question-asked question/2/1 on 2026-05-12",
                        "answer-overdue question/2/1 on 2026-05-15");
        assertThat(notices(house, VENDOR)).contains("answer-overdue question/1/1 on 2026-05-15");
        assertThat(tasks(house, CERTIFIER, true)).containsExactly("answer-overdue question/2/1 since 2026-05-15");

        Dossier asked =
                house.handling.read(AUDITOR, ready.id(), Optional.empty()).dossier();
        house.handling.takeStep(
                VENDOR, asked.id(), Matters.seen(asked), "withdraw-application", Optional.of("Abandon."));
        look(house, "2026-05-16");
        assertThat(tasks(house, CERTIFIER, true)).isEmpty();
        assertThat(tasks(house, CERTIFIER, false))
                .containsExactly("answer-overdue question/2/1 since 2026-05-15 dossier-ended on 2026-05-15");
    }
}
