package org.sceau.registry.web.administering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.leasing.Leases;
import org.sceau.registry.application.notifying.ReadMail;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.ReadCondition;
import org.sceau.registry.application.scheduling.Progress;
import org.sceau.registry.application.scheduling.ReadScheduledWork;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;
import org.sceau.registry.web.administering.HealthLine.Tone;

/** Each thing about the registry is said with what it means, how much it matters and what to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthWordsTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(HealthWordsTest.class.getClassLoader());
    private static final Family CSPN = SCHEMES.family(new FamilyId("cspn")).orElseThrow();
    private static final Instant NOW = AdministratorsDesk.NOW;
    private static final LocalDate TODAY = LocalDate.parse("2026-05-12");
    private static final List<String> COMPLAINTS =
            List.of("not-open", "database", "writers", "index", "list-overdue:cspn", "signer-expired");

    private static HouseHealth house(Language language, ReadCondition.Sight sight) {
        HouseHealth house = new HouseHealth();
        house.desk = new AdministratorsDesk(language);
        house.schemes = SCHEMES;
        house.reading = new ReadCondition() {
            @Override
            public Sight now(Actor actor) {
                return sight;
            }
        };
        return house;
    }

    private static ReadCondition.Sight well(Duration signerLasts, ReadCondition.ListState... lists) {
        return new ReadCondition.Sight(List.of(), List.of(lists), NOW.plus(signerLasts));
    }

    private static ReadCondition.ListState list(Duration nextUpdate, boolean due) {
        return new ReadCondition.ListState(
                CSPN,
                Optional.of(new PublishedList(
                        CSPN.id(), 7, NOW.minus(Duration.ofDays(100)), NOW.plus(nextUpdate), 3, "a".repeat(64), 1_000)),
                due);
    }

    private static WorkHealth work(List<Progress.State> states, List<Leases.Held> held, ReadMail.Standing mail) {
        WorkHealth work = new WorkHealth();
        work.desk = new AdministratorsDesk(Language.FRENCH);
        work.reading = new ReadScheduledWork() {
            @Override
            public List<Progress.State> all(Actor actor) {
                return states;
            }

            @Override
            public List<Leases.Held> held(Actor actor) {
                return held;
            }
        };
        work.mail = new ReadMail() {
            @Override
            public Standing now(Actor actor) {
                return mail;
            }
        };
        return work;
    }

    private static Progress.State duty(String name, LocalDate through, int failures) {
        return new Progress.State(
                name,
                through,
                12,
                NOW,
                3,
                failures,
                failures == 0 ? Optional.empty() : Optional.of("0b1c2d3e-0000-4000-8000-00000000000a"),
                failures == 0 ? Optional.empty() : Optional.of(NOW.plusSeconds(300)));
    }

    private static List<Tone> tones(List<HealthLine> lines) {
        return lines.stream().map(HealthLine::tone).toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_keeps_the_registry_from_its_work_has_to_be_seen_to_and_says_what_to_do(Language language) {
        for (String code : COMPLAINTS) {
            List<HealthLine> lines = house(
                            language, new ReadCondition.Sight(List.of(code), List.of(), NOW.minusSeconds(1)))
                    .lines();

            assertThat(lines.get(0).tone()).as(code).isEqualTo(Tone.STOP);
            assertThat(lines.get(0).means()).as(code).isNotBlank().doesNotContain("{", "list-overdue", "not-open");
            assertThat(lines.get(0).act()).as(code).isNotBlank();
        }
        assertThat(house(language, new ReadCondition.Sight(List.of("list-overdue:cspn"), List.of(), NOW))
                        .lines()
                        .get(0)
                        .means())
                .contains(CSPN.label().in(language.locale()));
    }

    @Test
    void a_registry_that_is_ready_says_what_that_means() {
        assertThat(tones(house(Language.FRENCH, well(Duration.ofDays(400), list(Duration.ofDays(50), false)))
                        .lines()))
                .containsExactly(Tone.OK, Tone.OK, Tone.OK);
    }

    @Test
    void a_key_that_ends_within_three_months_and_a_list_that_is_due_are_to_be_watched() {
        HouseHealth house = house(Language.ENGLISH, well(Duration.ofDays(89), list(Duration.ofDays(20), true)));

        assertThat(tones(house.lines())).containsExactly(Tone.OK, Tone.PAUSE, Tone.PAUSE);
        assertThat(house.lines().get(2).means()).isEqualTo("1 list of 1 waits for a new issue.");
        assertThat(house.lists()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("Issue expected");
            assertThat(row.sequence()).isEqualTo("7");
        });
    }

    @Test
    void a_list_past_its_next_update_is_overdue_and_is_not_called_up_to_date() {
        HouseHealth house = house(
                Language.FRENCH,
                new ReadCondition.Sight(
                        List.of("list-overdue:cspn"),
                        List.of(list(Duration.ofSeconds(-1), false)),
                        NOW.plus(Duration.ofDays(400))));

        assertThat(house.lists()).extracting(ListCondition::tone).containsExactly("stop");
        assertThat(house.lines()).extracting(HealthLine::what).doesNotContain("Listes de confiance");
    }

    @Test
    void a_duty_that_fails_has_to_be_seen_to_and_names_its_subject() {
        WorkHealth work = work(
                List.of(duty("ends", TODAY, 0), duty("warnings", TODAY.minusDays(1), 2)),
                List.of(),
                new ReadMail.Standing(true, 0, 0, 4, 0));

        assertThat(work.lines().get(0).tone()).isEqualTo(Tone.STOP);
        assertThat(work.lines().get(0).means()).startsWith("1 tâche bute");
        assertThat(work.duties().get(1)).satisfies(row -> {
            assertThat(row.name()).isEqualTo("Prévenir avant une fin");
            assertThat(row.state()).isEqualTo("2 échecs");
            assertThat(row.failed()).startsWith("0b1c2d3e");
            assertThat(row.next()).startsWith("Nouvel essai");
        });
    }

    @Test
    void a_day_that_is_not_done_yet_and_no_look_at_all_are_to_be_watched() {
        ReadMail.Standing mail = new ReadMail.Standing(true, 0, 0, 4, 0);

        assertThat(tones(work(List.of(), List.of(), mail).lines())).containsExactly(Tone.PAUSE, Tone.OK);
        assertThat(tones(work(List.of(duty("ends", TODAY.minusDays(1), 0)), List.of(), mail)
                        .lines()))
                .containsExactly(Tone.PAUSE, Tone.OK);
        assertThat(tones(work(List.of(duty("ends", TODAY, 0)), List.of(), mail).lines()))
                .containsExactly(Tone.OK, Tone.OK);
    }

    @Test
    void mail_that_waits_in_vain_or_was_refused_is_to_be_watched_and_no_server_is_good_to_know() {
        List<Tone> tones = new ArrayList<>();
        for (ReadMail.Standing standing : List.of(
                new ReadMail.Standing(false, 0, 0, 0, 0),
                new ReadMail.Standing(true, 3, 0, 5, 0),
                new ReadMail.Standing(true, 3, 2, 5, 0),
                new ReadMail.Standing(true, 0, 0, 5, 1))) {
            HealthLine line = work(List.of(duty("ends", TODAY, 0)), List.of(), standing)
                    .lines()
                    .get(1);
            tones.add(line.tone());
            assertThat(line.means()).doesNotContain("{");
        }
        assertThat(tones).containsExactly(Tone.PAST, Tone.OK, Tone.PAUSE, Tone.PAUSE);
    }

    @Test
    void the_sending_of_mail_is_no_duty_among_others_and_a_duty_without_words_shows_its_code() {
        WorkHealth work = work(
                List.of(duty("notifications", TODAY, 9), duty("brand-new", TODAY, 0)),
                List.of(),
                new ReadMail.Standing(true, 0, 0, 4, 0));

        assertThat(work.duties()).extracting(DutyRow::name).containsExactly("brand-new");
        assertThat(work.lines().get(0).tone()).isEqualTo(Tone.OK);
    }

    @Test
    void whoever_works_is_told_by_the_name_of_the_node_alone() {
        assertThat(work(
                                List.of(),
                                List.of(new Leases.Held("trust-lists", "paris-1/7d2b", NOW.plusSeconds(60))),
                                new ReadMail.Standing(true, 0, 0, 4, 0))
                        .held())
                .singleElement()
                .asString()
                .startsWith("paris-1 : émission des listes")
                .doesNotContain("7d2b");
    }
}
