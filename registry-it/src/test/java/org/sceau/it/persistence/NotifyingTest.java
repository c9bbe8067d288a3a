package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
import org.sceau.registry.application.notifying.Manner;
import org.sceau.registry.application.notifying.Notification.State;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.task.NoticeKind;

/** Who is told by mail of what, when and in which words, on both databases and over a real mail server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotifyingTest {
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

    @ParameterizedTest
    @EnumSource
    void nobody_gets_mail_about_what_the_product_would_not_show_them(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        Actor colleague = new Actor("b.elle", OTHER_VENDOR.organisation(), Set.of(Role.SPONSOR));
        Actor manager = new Actor("b.oss", OTHER_VENDOR.organisation(), Set.of(Role.MANAGER));
        Actor former = new Actor("b.artie", OTHER_VENDOR.organisation(), Set.of(Role.SPONSOR));
        List.of(VENDOR, OTHER_VENDOR, colleague, manager, former, CERTIFIER, AUDITOR, ADMINISTRATOR)
                .forEach(tidings::person);
        house.account(DECIDER);
        Actor elsewhere = new Actor("e.lsewhere", CERTIFIER.organisation(), Set.of());
        tidings.person(elsewhere);
        house.granting.grant(
                ADMINISTRATOR,
                elsewhere.name(),
                OptionalLong.of(0),
                new RoleGrant(Role.CERTIFIER, Optional.of(new SchemeId("eucc"))));
        house.people.close(ADMINISTRATOR, former.name());

        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.VALIDITY_ENDS, tidings.visa());
        house.telling.look();
        assertThat(tidings.toldBy(mail))
                .as("those of the organisation whose role reads notices, and who can sign in")
                .containsExactlyInAnyOrder(OTHER_VENDOR.name(), colleague.name());

        tidings.tell(Optional.empty(), NoticeKind.DEADLINE_NEAR, tidings.visa());
        house.telling.look();
        assertThat(tidings.toldBy(mail))
                .as("those of the authority who act under the scheme, which is not eucc, and have an address")
                .containsExactlyInAnyOrder(OTHER_VENDOR.name(), colleague.name(), CERTIFIER.name());

        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.QUESTION_ASKED, Tidings.noSuchDossier());
        house.telling.look();
        assertThat(mail.count()).as("no party of that dossier").isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_says_of_which_kinds_there_is_something_in_the_language_of_the_person_and_nothing_of_it(
            Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        tidings.person(OTHER_VENDOR);
        tidings.person(new Actor("b.rit", OTHER_VENDOR.organisation(), Set.of(Role.SPONSOR)), "en");
        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.VALIDITY_ENDS, tidings.visa());
        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.VALIDITY_ENDS, tidings.visa());
        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.QUESTION_ASKED, tidings.visa());

        house.telling.look();

        assertThat(mail.arrived()).hasSize(2).allSatisfy(arrived -> {
            assertThat(arrived.raw())
                    .doesNotContain(Tidings.SECRET)
                    .doesNotContain("Pare-feu")
                    .doesNotContain("ANSSI-CSPN");
            assertThat(arrived.text()).doesNotContain(Tidings.SECRET).doesNotContain("Pare-feu");
            assertThat(arrived.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(arrived.header("Date")).startsWith("Tue, 12 May 2026");
            assertThat(arrived.header("From")).isEqualTo(MailServer.FROM);
            assertThat(arrived.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
            assertThat(arrived.id()).matches("<[0-9a-f-]{36}@registre\\.example>");
        });
        MailServer.Arrived french = tidings.to(OTHER_VENDOR.name(), mail);
        assertThat(french.subject()).isEqualTo("Sceau : 3 nouveautés vous attendent");
        assertThat(french.text())
                .contains("– La validité du visa prend bientôt fin (2)\n")
                .contains("– Une question vous est posée\n")
                .contains("http://127.0.0.1:8080/desk/notifications\n");
        MailServer.Arrived english = tidings.to("b.rit", mail);
        assertThat(english.subject()).isEqualTo("Sceau: 3 new things for you");
        assertThat(english.text())
                .contains("– The validity of the visa ends soon (2)\n")
                .contains("http://127.0.0.1:8080/en/desk/notifications\n");
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_says_that_there_is_a_vulnerability_to_whoever_reads_of_it_at_the_desk_and_not_which(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        Actor manager = new Actor("b.oss", OTHER_VENDOR.organisation(), Set.of(Role.MANAGER));
        Actor elsewhere = new Actor("b.elle", OTHER_VENDOR.organisation(), Set.of());
        List.of(VENDOR, OTHER_VENDOR, manager, elsewhere, AUDITOR).forEach(tidings::person);
        house.granting.grant(
                ADMINISTRATOR,
                elsewhere.name(),
                OptionalLong.of(0),
                new RoleGrant(Role.SPONSOR, Optional.of(new SchemeId("eucc"))));

        tidings.warn();
        house.telling.look();

        assertThat(tidings.toldBy(mail))
                .as("who reads vulnerabilities under the scheme of the visa, in the organisation that was told")
                .containsExactly(OTHER_VENDOR.name());
        MailServer.Arrived only = tidings.to(OTHER_VENDOR.name(), mail);
        assertThat(only.text()).contains("– Une vulnérabilité concerne l’un de vos visas\n");
        assertThat(only.raw() + only.text())
                .doesNotContain(Tidings.SECRET)
                .doesNotContain("Pare-feu")
                .doesNotContain("ANSSI-CSPN");
    }

    @ParameterizedTest
    @EnumSource
    void whoever_wants_it_daily_gets_all_of_a_day_in_one_mail_at_the_hour(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        tidings.person(OTHER_VENDOR);
        house.preferring.choose(OTHER_VENDOR, Manner.DAILY);
        Optional<String> vendor = Optional.of(OTHER_VENDOR.organisation());
        tidings.tell(vendor, NoticeKind.VALIDITY_ENDS, tidings.visa());
        house.telling.look();
        house.clock.set("2026-05-12T20:00:00Z");
        tidings.tell(vendor, NoticeKind.QUESTION_ASKED, tidings.visa());
        house.telling.look();
        house.clock.set("2026-05-13T04:59:59Z");
        house.telling.look();
        assertThat(mail.count()).as("before seven o'clock in Paris").isZero();

        house.clock.set("2026-05-13T05:00:00Z");
        house.telling.look();
        assertThat(mail.arrived())
                .singleElement()
                .satisfies(arrived -> assertThat(arrived.text())
                        .contains("– La validité du visa prend bientôt fin\n")
                        .contains("– Une question vous est posée\n"));
        house.clock.set("2026-05-14T05:00:00Z");
        house.telling.look();
        assertThat(mail.count()).as("a day that brought nothing").isOne();
    }

    @ParameterizedTest
    @EnumSource
    void what_waits_follows_what_the_person_chooses(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        tidings.person(OTHER_VENDOR);
        house.preferring.choose(OTHER_VENDOR, Manner.DAILY);
        Optional<String> vendor = Optional.of(OTHER_VENDOR.organisation());
        tidings.tell(vendor, NoticeKind.VALIDITY_ENDS, tidings.visa());
        house.telling.look();

        house.preferring.choose(OTHER_VENDOR, Manner.AT_ONCE);
        house.telling.look();
        assertThat(mail.count()).isOne();

        house.preferring.choose(OTHER_VENDOR, Manner.DAILY);
        tidings.tell(vendor, NoticeKind.QUESTION_ASKED, tidings.visa());
        house.telling.look();
        assertThat(house.preferring
                        .choose(OTHER_VENDOR, Manner.NONE)
                        .preference()
                        .manner())
                .isEqualTo(Manner.NONE);
        tidings.tell(vendor, NoticeKind.ANSWER_NEAR, tidings.visa());
        house.clock.advance(Duration.ofDays(2));
        house.telling.look();
        assertThat(mail.count()).isOne();
        assertThat(house.noticing.page(OTHER_VENDOR, Optional.empty(), 200))
                .as("told in the product all the same")
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_done_before_the_daily_mail_is_not_in_it(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        tidings.person(CERTIFIER);
        house.preferring.choose(CERTIFIER, Manner.DAILY);
        var done = tidings.ask(Set.of(Role.CERTIFIER), tidings.visa());
        tidings.ask(Set.of(Role.CERTIFIER), tidings.visa());
        tidings.ask(Set.of(Role.DECIDER), tidings.visa());
        house.telling.look();
        house.tasking.settle(CERTIFIER, done, OptionalLong.of(1), "Revu.");

        house.clock.advance(Duration.ofDays(1));
        house.telling.look();

        assertThat(mail.arrived())
                .singleElement()
                .satisfies(arrived ->
                        assertThat(arrived.text()).contains("– Visa à revoir : sa base n’est plus en vigueur\n"));
        assertThat(house.notifications.count(State.SENT)).isOne();
        assertThat(house.notifications.count(State.DROPPED)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_may_not_read_it_any_more_gets_no_mail_of_it(Database database) {
        House house = house(database);
        Tidings tidings = new Tidings(house);
        Actor demoted = new Actor("d.emoted", OTHER_VENDOR.organisation(), Set.of(Role.SPONSOR, Role.MANAGER));
        List.of(OTHER_VENDOR, VENDOR, demoted, ADMINISTRATOR).forEach(tidings::person);
        List.of(OTHER_VENDOR, demoted).forEach(person -> house.preferring.choose(person, Manner.DAILY));
        tidings.tell(Optional.of(OTHER_VENDOR.organisation()), NoticeKind.VALIDITY_ENDS, tidings.visa());
        house.telling.look();
        assertThat(house.notifications.count(State.WAITING)).isEqualTo(2);

        house.people.close(ADMINISTRATOR, OTHER_VENDOR.name());
        house.granting.revoke(ADMINISTRATOR, demoted.name(), OptionalLong.of(0), RoleGrant.forAll(Role.SPONSOR));
        house.clock.advance(Duration.ofDays(1));
        house.telling.look();

        assertThat(mail.count()).isZero();
        assertThat(house.notifications.count(State.DROPPED)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void without_a_mail_server_nothing_is_written_and_what_came_meanwhile_is_not_sent_later(Database database) {
        House silent = House.on(database, home);
        Tidings tidings = new Tidings(silent);
        tidings.person(OTHER_VENDOR);
        Optional<String> vendor = Optional.of(OTHER_VENDOR.organisation());
        tidings.tell(vendor, NoticeKind.VALIDITY_ENDS, tidings.visa());
        assertThat(silent.telling.look()).isFalse();
        assertThat(silent.preferring.mine(OTHER_VENDOR).open()).isFalse();

        House house = silent.mailingBy(mail.address());
        house.telling.look();
        assertThat(house.count("notification")).isZero();
        tidings.tell(vendor, NoticeKind.QUESTION_ASKED, tidings.visa());
        house.telling.look();
        assertThat(mail.arrived())
                .singleElement()
                .satisfies(arrived -> assertThat(arrived.text())
                        .contains("Une question vous est posée")
                        .doesNotContain("validité"));
        assertThat(house.preferring.mine(OTHER_VENDOR).open()).isTrue();
    }
}
