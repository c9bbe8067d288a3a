package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.MailServer;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.notifying.Notification.State;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.task.NoticeKind;

/** Mails of a process that is killed while it sends them, on both databases and over a real mail server: none is lost, and none made twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotifyingKilledTest {
    private static final long SEED = Long.getLong("sceau.seed", 20_261_128L);
    private static final int PEOPLE = 60;
    /** A lease is over by then. */
    private static final Duration LATER = Duration.ofMinutes(7);

    @TempDir
    Path home;

    private final MailServer mail = new MailServer();

    @AfterEach
    void close() {
        mail.close();
    }

    private House house(Database database) {
        House house = House.on(database, home).mailingBy(mail.address());
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static void people(Tidings tidings, int number) {
        for (int i = 0; i < number; i++) {
            tidings.person(new Actor("p" + i, OTHER_VENDOR.organisation(), Set.of(Role.SPONSOR)));
        }
    }

    private static Optional<String> vendor() {
        return Optional.of(OTHER_VENDOR.organisation());
    }

    /** The attempts under way whose mail the server has already. */
    private List<String> takenUnderWay(House house) {
        Set<String> arrived =
                mail.arrived().stream().map(MailServer.Arrived::id).collect(Collectors.toSet());
        return house
                .sql
                .list(
                        "select distinct mail_id, attempts from notification where state = 'SENDING'",
                        row -> row.getString(1) + "@registre.example " + row.getInt(2))
                .stream()
                .filter(attempt -> arrived.contains("<" + attempt.split(" ", 2)[0] + ">"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_process_killed_at_any_commit_loses_no_mail_and_doubles_none_but_one_whose_end_it_did_not_live_to_see(
            Database database) {
        House house = house(database);
        people(new Tidings(house), PEOPLE);
        Random random = new Random(SEED);
        Set<String> unseen = new HashSet<>();
        int killed = 0;
        for (int round = 0; round < 3; round++) {
            new Tidings(house).tell(vendor(), List.of(NoticeKind.values()).get(round), new Tidings(house).visa());
            boolean working = true;
            while (working) {
                house.database.dieAtCommit(1 + random.nextInt(40));
                try {
                    working = house.telling.look();
                } catch (ThreadDeath death) {
                    killed++;
                    unseen.addAll(takenUnderWay(house));
                }
                house.database.live();
                house.clock.advance(LATER);
                house = house.mailingBy(mail.address());
            }
        }

        Map<String, Set<String>> mailsOf = mail.arrived().stream()
                .collect(Collectors.groupingBy(
                        MailServer.Arrived::to, Collectors.mapping(MailServer.Arrived::id, Collectors.toSet())));
        assertThat(killed).as("seed %d", SEED).isGreaterThan(5);
        assertThat(mailsOf).as("seed %d", SEED).hasSize(PEOPLE);
        assertThat(mailsOf.values())
                .as("mails by person, seed %d", SEED)
                .allSatisfy(ids -> assertThat(ids).hasSize(3));
        assertThat(mail.count()).as("killed %d times, seed %d", killed, SEED).isEqualTo(3 * PEOPLE + unseen.size());
        assertThat(house.notifications.count(State.SENT)).isEqualTo(3 * PEOPLE);
    }

    @ParameterizedTest
    @EnumSource
    void killed_after_the_server_took_it_and_before_that_was_kept_it_sends_the_very_same_mail_again(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        people(tidings, 1);
        tidings.tell(vendor(), NoticeKind.VALIDITY_ENDS, tidings.visa());
        // Lease, rows, under way, sent.
        house.database.dieAtCommit(4);
        assertThatThrownBy(house.telling::look).isInstanceOf(ThreadDeath.class);
        house.database.live();
        assertThat(mail.count()).isOne();

        House next = house.mailingBy(mail.address());
        assertThat(next.telling.look()).as("the lease of the dead").isFalse();
        house.clock.advance(LATER);
        // What comes meanwhile makes a mail of its own.
        tidings.tell(vendor(), NoticeKind.QUESTION_ASKED, tidings.visa());
        next.telling.look();

        assertThat(mail.count()).isEqualTo(3);
        assertThat(mail.arrived().get(1))
                .usingRecursiveComparison()
                .ignoringFields("raw")
                .isEqualTo(mail.arrived().get(0));
        assertThat(new HashSet<>(
                        mail.arrived().stream().map(MailServer.Arrived::id).toList()))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_that_ends_the_process_each_time_is_given_up(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        people(tidings, 1);
        tidings.tell(vendor(), NoticeKind.VALIDITY_ENDS, tidings.visa());
        House next = house;
        for (int life = 0; life < 20; life++) {
            // Lease, rows, under way, sent; once it is given up, the fourth is the last word of the look.
            next.database.dieAtCommit(4);
            assertThatThrownBy(next.telling::look).isInstanceOf(ThreadDeath.class);
            next.database.live();
            house.clock.advance(LATER);
            next = house.mailingBy(mail.address());
            if (house.notifications.count(State.FAILED) == 1) {
                break;
            }
        }
        assertThat(mail.arrived()).hasSize(14);
        assertThat(mail.arrived().stream().map(MailServer.Arrived::id).collect(Collectors.toSet()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_that_wake_together_send_each_mail_once(Database database) throws Exception {
        House house = house(database);
        people(new Tidings(house), PEOPLE);
        House other = house.mailingBy(mail.address());
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 3; round++) {
                new Tidings(house).tell(vendor(), List.of(NoticeKind.values()).get(round), new Tidings(house).visa());
                Callable<Boolean> one = house.telling::look;
                Callable<Boolean> two = other.telling::look;
                for (Future<Boolean> done : nodes.invokeAll(List.of(one, two))) {
                    done.get();
                }
            }
        } finally {
            nodes.shutdown();
        }
        house.telling.look();
        assertThat(mail.arrived()).hasSize(3 * PEOPLE);
        assertThat(mail.arrived().stream().map(MailServer.Arrived::id).collect(Collectors.toSet()))
                .hasSize(3 * PEOPLE);
    }
}
