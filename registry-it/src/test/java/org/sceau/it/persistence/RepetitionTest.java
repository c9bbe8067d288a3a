package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.refusal.Refused;

/** One attempt, sent more than once, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepetitionTest {
    private static final String CONTENT = "a".repeat(64);

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static Dossier open(House house, Actor actor, String key, String content) {
        return Once.of(
                Optional.of(new Once.Key(key, content)),
                Dossier.class,
                dossier -> dossier.id().toString(),
                name -> house.reading
                        .one(actor, DossierId.parse(name), Optional.empty())
                        .dossier(),
                () -> house.opening.open(actor, Matters.request(Matters.card(5))));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_key_with_another_content_is_refused_and_does_nothing(Database database) {
        House house = house(database);
        open(house, VENDOR, "k", CONTENT);

        Throwable refused = catchThrowable(() -> open(house, VENDOR, "k", "b".repeat(64)));

        assertThat(((Refused) refused).refusal().code()).isEqualTo("idempotency-key-reused");
        assertThat(house.count("dossier")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_attempt_leaves_its_key_free(Database database) {
        House house = house(database);
        assertThat(catchThrowable(() -> open(house, CERTIFIER, "k", CONTENT))).isInstanceOf(Refused.class);
        assertThat(house.count("repetition")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_repeated_attempt_is_done_once_and_answered_alike(Database database) {
        House house = house(database);
        Dossier first = open(house, VENDOR, "k", CONTENT);
        long entries = house.journal.size();

        assertThat(open(house, VENDOR, "k", CONTENT)).isEqualTo(first);

        assertThat(house.journal.size()).isEqualTo(entries);
        assertThat(open(house, VENDOR, "other", CONTENT).id()).isNotEqualTo(first.id());
        assertThat(open(house, OTHER_VENDOR, "k", CONTENT).id()).isNotEqualTo(first.id());
        assertThat(house.count("dossier")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_is_kept_with_its_act_or_not_at_all(Database database) {
        House house = house(database);
        house.database.dieAtCommit(1);
        assertThat(catchThrowable(() -> open(house, VENDOR, "k", CONTENT))).isInstanceOf(ThreadDeath.class);
        house.database.live();
        assertThat(house.count("dossier")).isZero();
        assertThat(house.count("repetition")).isZero();

        open(house, VENDOR, "k", CONTENT);

        assertThat(house.count("dossier")).isEqualTo(1);
        assertThat(house.count("repetition")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void after_a_day_a_key_is_forgotten_with_all_that_are_as_old(Database database) {
        House house = house(database);
        Dossier first = open(house, VENDOR, "k", CONTENT);
        open(house, VENDOR, "old", CONTENT);
        house.clock.set(house.clock.instant().plus(Duration.ofHours(24)).toString());

        assertThat(open(house, VENDOR, "k", CONTENT).id()).isNotEqualTo(first.id());

        assertThat(house.count("repetition")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void twins_at_the_same_time_are_one_act(Database database) throws Exception {
        House house = house(database);
        ExecutorService twins = Executors.newFixedThreadPool(4);
        try {
            Callable<DossierId> attempt =
                    () -> open(house, VENDOR, "k", CONTENT).id();
            List<Future<DossierId>> answers = twins.invokeAll(List.of(attempt, attempt, attempt, attempt));
            DossierId one = answers.get(0).get();
            for (Future<DossierId> answer : answers) {
                assertThat(answer.get()).isEqualTo(one);
            }
        } finally {
            twins.shutdownNow();
        }
        assertThat(house.count("dossier")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void only_the_first_act_of_a_call_is_under_the_key(Database database) {
        House house = house(database);
        Dossier second = Once.of(
                Optional.of(new Once.Key("k", CONTENT)),
                Dossier.class,
                dossier -> dossier.id().toString(),
                name -> {
                    throw new AssertionError(name);
                },
                () -> {
                    house.opening.open(VENDOR, Matters.request(Matters.card(5)));
                    return house.opening.open(VENDOR, Matters.request(Matters.card(5)));
                });
        assertThat(second.version()).isEqualTo(1);
        assertThat(house.count("dossier")).isEqualTo(2);
        assertThat(house.count("repetition")).isEqualTo(1);
    }
}
