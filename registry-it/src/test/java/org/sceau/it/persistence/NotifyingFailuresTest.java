package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.MailServer;
import org.sceau.registry.application.notifying.Mail;
import org.sceau.registry.application.notifying.Mailer;
import org.sceau.registry.application.notifying.Notification.State;
import org.sceau.registry.application.notifying.ReadMail;
import org.sceau.registry.domain.task.NoticeKind;

/** What becomes of mails that a server does not take, on both databases: nothing is lost, and nobody is held up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotifyingFailuresTest {
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

    /** A way out that answers as it is told, and keeps what it was handed. */
    private static final class Answering implements Mailer {
        private final List<Mail> handed = new ArrayList<>();
        private Outcome next = Outcome.ACCEPTED;

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Outcome send(Mail mail) {
            handed.add(mail);
            return next;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_is_away_loses_nothing_and_is_not_asked_for_each_mail(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        List.of(VENDOR, OTHER_VENDOR, CERTIFIER).forEach(tidings::person);
        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.VALIDITY_ENDS, tidings.visa());
        tidings.tell(Optional.empty(), NoticeKind.DEADLINE_NEAR, tidings.visa());
        Answering away = new Answering();
        away.next = Mailer.Outcome.UNREACHABLE;

        for (int minute = 0; minute < 600; minute++) {
            house.tellingBy(away).look();
            house.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(away.handed).as("one at each look").hasSize(600);
        assertThat(house.mailing.now(House.ADMINISTRATOR))
                .satisfies(standing -> assertThat(standing.waiting()).isEqualTo(2))
                .satisfies(standing -> assertThat(standing.again()).isPositive());

        house.telling.look();
        assertThat(tidings.toldBy(mail)).containsExactlyInAnyOrder(OTHER_VENDOR.name(), CERTIFIER.name());
        assertThat(mail.arrived())
                .allSatisfy(arrived -> assertThat(away.handed)
                        .as("it is the same mail still")
                        .anyMatch(handed -> arrived.id().startsWith("<" + handed.id() + "@")));
    }

    @ParameterizedTest
    @EnumSource
    void a_real_server_that_is_not_there_is_away(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        tidings.person(OTHER_VENDOR);
        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.VALIDITY_ENDS, tidings.visa());
        mail.close();
        house.telling.look();
        assertThat(house.notifications.count(State.WAITING)).isOne();
        house.clock.advance(Duration.ofDays(8));
        house.telling.look();
        assertThat(house.mailing.now(House.ADMINISTRATOR))
                .as("after a week")
                .isEqualTo(new ReadMail.Standing(true, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_address_is_given_up_at_once_and_holds_up_nobody(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        tidings.person(OTHER_VENDOR);
        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.VALIDITY_ENDS, tidings.visa());
        Answering refusing = new Answering();
        refusing.next = Mailer.Outcome.REFUSED;
        house.tellingBy(refusing).look();
        house.clock.advance(Duration.ofDays(1));
        house.tellingBy(refusing).look();

        assertThat(refusing.handed).hasSize(1);
        assertThat(house.progress.all())
                .as("administrators see it among scheduled work")
                .filteredOn(state -> state.duty().equals("notifications"))
                .singleElement()
                .satisfies(state -> assertThat(state.failures()).isOne());
        house.clock.advance(Duration.ofDays(30));
        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.QUESTION_ASKED, tidings.visa());
        house.telling.look();
        assertThat(house.count("notification")).as("forgotten after a month").isOne();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_taken_is_tried_again_after_growing_pauses_and_given_up_at_last(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        tidings.person(OTHER_VENDOR);
        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.VALIDITY_ENDS, tidings.visa());
        Answering busy = new Answering();
        busy.next = Mailer.Outcome.PUT_OFF;
        List<Integer> minutes = new ArrayList<>();
        for (int minute = 0; minute < 3_000; minute++) {
            int before = busy.handed.size();
            house.tellingBy(busy).look();
            if (busy.handed.size() > before) {
                minutes.add(minute);
            }
            house.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(minutes)
                .startsWith(0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 991)
                .hasSize(14);
        assertThat(busy.handed)
                .extracting(Mail::id)
                .containsOnly(busy.handed.get(0).id());
        assertThat(house.notifications.count(State.FAILED)).isOne();
    }
}
