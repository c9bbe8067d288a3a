package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Authenticator;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.SoftPasskey;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Proof.Assurance;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.application.proving.KeepFactors;
import org.sceau.registry.domain.refusal.Refused;

/** Second factors and sessions, on both databases: what an account can do before, with and after them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvingTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.account(ADMINISTRATOR);
        house.account(VENDOR);
        return house;
    }

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was done")
                .refusal()
                .code();
    }

    private static SoftPasskey passkey(House house) {
        URI address = house.operator.publicUrl();
        return new SoftPasskey(address.toString(), address.getHost());
    }

    /** Somebody who just gave the password. */
    private static Session signedIn(House house, Actor who) {
        return new Session(house, who, house.signIn.begin(who.name(), "Firefox, Linux"));
    }

    private record Session(House house, Actor who, String id) {
        Actor actor() {
            return house.signIn.inSession(who.name(), id).orElseThrow();
        }

        boolean isOver() {
            return house.signIn.inSession(who.name(), id).isEmpty();
        }

        Assurance assurance() {
            return actor().proof().assurance();
        }
    }

    private record Enrolment(Authenticator authenticator, KeepFactors.Enrolled enrolled) {}

    private static Enrolment enrol(House house, Actor actor) {
        KeepFactors.Begun begun = house.factors.begin(actor, "téléphone");
        Authenticator authenticator = new Authenticator(begun.secret());
        return new Enrolment(
                authenticator,
                house.factors.confirm(actor, begun.factor().id(), authenticator.code(house.clock.instant())));
    }

    private static void later(House house, Duration duration) {
        house.clock.set(house.clock.instant().plus(duration).toString());
    }

    @ParameterizedTest
    @EnumSource
    void an_account_of_staff_without_a_factor_can_do_nothing_but_enrol(Database database) {
        House house = house(database);
        Session session = signedIn(house, ADMINISTRATOR);
        assertThat(session.assurance()).isEqualTo(Assurance.OWING);
        assertThat(session.actor().roles()).isEmpty();
        assertThat(refused(() -> house.registering.all(session.actor()))).isEqualTo("second-factor-missing");
        assertThat(refused(() -> house.tokens.mine(session.actor()))).isEqualTo("second-factor-missing");
        assertThat(refused(() -> house.sessions.mine(session.actor()))).isEqualTo("second-factor-missing");
        assertThat(refused(() -> house.showing.byCode(session.actor(), "000000")))
                .isEqualTo("second-factor-missing");
        assertThat(house.sql.number("select count(*) from audit where outcome = 'second-factor-missing'"))
                .isEqualTo(4);

        enrol(house, session.actor());
        assertThat(session.assurance()).isEqualTo(Assurance.WHOLE);
        assertThat(house.registering.all(session.actor())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_token_of_such_an_account_can_enrol_and_nothing_else(Database database) {
        House house = house(database);
        String secret = house.tokens
                .make(ADMINISTRATOR, "premier", Optional.empty(), 1)
                .secret()
                .orElseThrow()
                .secret();
        Actor machine = house.signIn.withToken(secret).orElseThrow();
        assertThat(refused(() -> house.registering.all(machine))).isEqualTo("second-factor-missing");

        Authenticator authenticator = enrol(house, machine).authenticator();
        Actor whole = house.signIn.withToken(secret).orElseThrow();
        assertThat(house.registering.all(whole)).isNotEmpty();
        later(house, Duration.ofMinutes(6));
        Actor stale = house.signIn.withToken(secret).orElseThrow();
        assertThat(refused(() -> house.factors.begin(stale, "autre"))).isEqualTo("step-up-needed");
        house.showing.byCode(stale, authenticator.code(house.clock.instant()));
        house.factors.begin(house.signIn.withToken(secret).orElseThrow(), "autre");
    }

    @ParameterizedTest
    @EnumSource
    void whoever_has_a_factor_is_nobody_before_it_is_shown(Database database) {
        House house = house(database);
        Authenticator authenticator = enrol(house, VENDOR).authenticator();
        later(house, Duration.ofMinutes(1));
        Session session = signedIn(house, VENDOR);
        assertThat(session.assurance()).isEqualTo(Assurance.HALF);
        assertThat(session.actor().roles()).isEmpty();
        assertThat(refused(() -> house.factors.mine(session.actor())))
                .as("nor takes it away")
                .isEqualTo("second-factor-needed");
        assertThat(refused(() -> house.showing.byCode(session.actor(), "000000")))
                .isEqualTo("factor-wrong");
        assertThat(session.assurance()).isEqualTo(Assurance.HALF);

        house.showing.byCode(session.actor(), " " + authenticator.code(house.clock.instant()));
        assertThat(session.assurance()).isEqualTo(Assurance.WHOLE);
        assertThat(signedIn(house, VENDOR).assurance()).as("in another session").isEqualTo(Assurance.HALF);
    }

    @ParameterizedTest
    @EnumSource
    void a_vendor_without_a_factor_is_not_asked_for_one(Database database) {
        House house = house(database);
        Session session = signedIn(house, VENDOR);
        assertThat(session.assurance()).isEqualTo(Assurance.WHOLE);
        assertThat(refused(() -> house.showing.byCode(session.actor(), "000000")))
                .isEqualTo("factor-none");
    }

    @ParameterizedTest
    @EnumSource
    void a_code_is_good_once_in_whichever_session(Database database) {
        House house = house(database);
        Authenticator authenticator = enrol(house, VENDOR).authenticator();
        Session one = signedIn(house, VENDOR);
        assertThat(refused(() -> house.showing.byCode(one.actor(), authenticator.code(house.clock.instant()))))
                .as("shown at the enrolment")
                .isEqualTo("factor-wrong");
        String next = authenticator.code(Authenticator.step(house.clock.instant()) + 1);
        house.showing.byCode(one.actor(), next);
        assertThat(refused(() -> house.showing.byCode(signedIn(house, VENDOR).actor(), next)))
                .isEqualTo("factor-wrong");
    }

    @ParameterizedTest
    @EnumSource
    void a_recovery_code_is_good_once_and_new_ones_replace_all(Database database) {
        House house = house(database);
        List<String> codes = enrol(house, VENDOR).enrolled().recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        Session session = signedIn(house, VENDOR);
        house.showing.byCode(session.actor(), codes.get(3).toLowerCase(java.util.Locale.ROOT));
        assertThat(session.assurance()).isEqualTo(Assurance.WHOLE);
        assertThat(house.factors.mine(session.actor()).recoveryCodes()).isEqualTo(9);
        assertThat(refused(() -> house.showing.byCode(session.actor(), codes.get(3))))
                .isEqualTo("factor-wrong");

        List<String> fresh = house.factors.renewRecoveryCodes(session.actor());
        assertThat(refused(() -> house.showing.byCode(session.actor(), codes.get(4))))
                .isEqualTo("factor-wrong");
        house.showing.byCode(session.actor(), fresh.get(0));
        assertThat(house.sql.list("select code_hash from recovery_code", row -> row.getString(1)))
                .allMatch(hash -> fresh.stream().noneMatch(hash::contains));
    }

    @ParameterizedTest
    @EnumSource
    void guessing_waits_ever_longer_from_wherever_it_comes(Database database) {
        House house = house(database);
        Authenticator authenticator = enrol(house, VENDOR).authenticator();
        later(house, Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            assertThat(refused(
                            () -> house.showing.byCode(signedIn(house, VENDOR).actor(), "123")))
                    .isEqualTo("factor-wrong");
        }
        Session session = signedIn(house, VENDOR);
        Runnable right = () -> house.showing.byCode(session.actor(), authenticator.code(house.clock.instant()));
        assertThat(refused(right)).as("even the right one").isEqualTo("factor-too-soon");
        later(house, Duration.ofSeconds(29));
        assertThat(refused(right)).isEqualTo("factor-too-soon");
        later(house, Duration.ofSeconds(1));
        assertThat(refused(() -> house.showing.byCode(session.actor(), "123"))).isEqualTo("factor-wrong");
        later(house, Duration.ofSeconds(59));
        assertThat(refused(right)).as("twice as long").isEqualTo("factor-too-soon");
        later(house, Duration.ofSeconds(1));
        right.run();
        assertThat(refused(() -> house.showing.byCode(session.actor(), "123")))
                .as("forgiven")
                .isEqualTo("factor-wrong");
    }

    @ParameterizedTest
    @EnumSource
    void guesses_at_one_time_count_one_by_one(Database database) throws Exception {
        House house = house(database);
        enrol(house, VENDOR);
        Actor actor = signedIn(house, VENDOR).actor();
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> guesses = IntStream.range(0, 24)
                    .<Callable<String>>mapToObj(number ->
                            () -> refused(() -> house.showing.byCode(actor, "%06d".formatted(900_000 + number))))
                    .toList();
            int heard = 0;
            for (Future<String> answer : many.invokeAll(guesses)) {
                heard += answer.get().equals("factor-wrong") ? 1 : 0;
            }
            assertThat(heard).isEqualTo(5);
        } finally {
            many.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_passkey_is_enrolled_shown_and_bound_to_the_address(Database database) {
        House house = house(database);
        SoftPasskey passkey = passkey(house);
        Session first = signedIn(house, ADMINISTRATOR);
        String question = house.factors.askPasskey(first.actor());
        assertThat(refused(() -> house.factors.addPasskey(
                        first.actor(),
                        "ailleurs",
                        passkey.luredTo("https://registre.exemple.example").create(question))))
                .isEqualTo("passkey-refused");
        String again = house.factors.askPasskey(first.actor());
        KeepFactors.Enrolled enrolled = house.factors.addPasskey(first.actor(), "clé bleue", passkey.create(again));
        assertThat(enrolled.factor().kind()).isEqualTo(Factors.Kind.PASSKEY);
        assertThat(enrolled.recoveryCodes()).hasSize(10);
        assertThat(first.assurance()).isEqualTo(Assurance.WHOLE);

        Session session = signedIn(house, ADMINISTRATOR);
        assertThat(session.assurance()).isEqualTo(Assurance.HALF);
        String asked = house.showing.ask(session.actor()).orElseThrow();
        String answer = passkey.get(asked);
        house.showing.byPasskey(session.actor(), answer);
        assertThat(session.assurance()).isEqualTo(Assurance.WHOLE);
    }

    @ParameterizedTest
    @EnumSource
    void no_other_answer_of_a_passkey_is_taken(Database database) {
        House house = house(database);
        SoftPasskey passkey = passkey(house);
        house.factors.addPasskey(ADMINISTRATOR, "clé", passkey.create(house.factors.askPasskey(ADMINISTRATOR)));
        house.factors.addPasskey(VENDOR, "clé", passkey(house).create(house.factors.askPasskey(VENDOR)));
        Session shown = signedIn(house, ADMINISTRATOR);
        String good = passkey.get(house.showing.ask(shown.actor()).orElseThrow());
        house.showing.byPasskey(shown.actor(), good);

        List<UnaryOperator<String>> bad = List.of(
                question -> good,
                question -> passkey.luredTo("https://registre.exemple.example").get(question),
                question -> passkey(house).get(question),
                passkey::getUntouched,
                question -> passkey.get(
                        house.showing.ask(signedIn(house, VENDOR).actor()).orElseThrow()),
                question -> passkey.get(house.factors.askPasskey(VENDOR)),
                question -> "",
                question -> "{}",
                question -> "[".repeat(15_000),
                question -> "x".repeat(30_000));
        for (UnaryOperator<String> answer : bad) {
            Session present = signedIn(house, ADMINISTRATOR);
            String given = answer.apply(house.showing.ask(present.actor()).orElseThrow());
            assertThat(refused(() -> house.showing.byPasskey(present.actor(), given)))
                    .as("%.60s", given)
                    .isEqualTo("factor-wrong");
            assertThat(present.assurance()).isEqualTo(Assurance.HALF);
            // So that the next one is heard at once, and its answer is as young as the good one's.
            house.factorRows.putAttempts(
                    house.accounts
                            .byUsername(ADMINISTRATOR.name())
                            .orElseThrow()
                            .id(),
                    new Factors.Attempts(0, house.clock.instant()));
        }
        Session unharmed = signedIn(house, ADMINISTRATOR);
        house.showing.byPasskey(
                unharmed.actor(),
                passkey.get(house.showing.ask(unharmed.actor()).orElseThrow()));
        assertThat(unharmed.assurance()).isEqualTo(Assurance.WHOLE);
        later(house, Duration.ofMinutes(20));
        Session late = signedIn(house, ADMINISTRATOR);
        String slow = passkey.get(house.showing.ask(late.actor()).orElseThrow());
        later(house, Duration.ofMinutes(5));
        assertThat(refused(() -> house.showing.byPasskey(late.actor(), slow)))
                .as("after five minutes")
                .isEqualTo("factor-wrong");
        later(house, Duration.ofMinutes(20));
        Session copied = signedIn(house, ADMINISTRATOR);
        passkey.turnBack();
        String copy = passkey.get(house.showing.ask(copied.actor()).orElseThrow());
        assertThat(refused(() -> house.showing.byPasskey(copied.actor(), copy)))
                .as("a copy that counts from before")
                .isEqualTo("factor-wrong");
    }

    @ParameterizedTest
    @EnumSource
    void factors_are_changed_only_after_one_was_shown_and_the_last_of_staff_stays(Database database) {
        House house = house(database);
        Session session = signedIn(house, ADMINISTRATOR);
        Enrolment first = enrol(house, session.actor());
        String id = first.enrolled().factor().id();
        assertThat(refused(() -> house.factors.remove(session.actor(), id))).isEqualTo("factor-last");
        later(house, Duration.ofMinutes(6));
        assertThat(refused(() -> house.factors.begin(session.actor(), "autre"))).isEqualTo("step-up-needed");
        assertThat(refused(() -> house.factors.remove(session.actor(), id))).isEqualTo("step-up-needed");
        assertThat(refused(() -> house.factors.renewRecoveryCodes(session.actor())))
                .isEqualTo("step-up-needed");
        assertThat(refused(() -> house.factors.askPasskey(session.actor()))).isEqualTo("step-up-needed");

        house.showing.byCode(session.actor(), first.authenticator().code(house.clock.instant()));
        later(house, Duration.ofSeconds(30));
        Enrolment second = enrol(house, session.actor());
        assertThat(second.enrolled().recoveryCodes()).as("with the first only").isEmpty();
        house.factors.remove(session.actor(), id);
        assertThat(house.factors.mine(session.actor()).factors())
                .extracting(Factors.Factor::id)
                .containsExactly(second.enrolled().factor().id());
        assertThat(refused(() -> house.factors.remove(session.actor(), id))).isEqualTo("factor-unknown");
        assertThat(house.sql.number("select count(*) from journal where kind = 'factor-changed'"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void of_two_who_enrol_the_first_factor_at_one_time_the_second_needs_the_first_ones(Database database) {
        House house = house(database);
        Session owner = signedIn(house, ADMINISTRATOR);
        Session thief = signedIn(house, ADMINISTRATOR);
        Actor stale = thief.actor();
        KeepFactors.Begun begun = house.factors.begin(stale, "le mien");
        Authenticator authenticator = enrol(house, owner.actor()).authenticator();
        later(house, Duration.ofMinutes(1));
        // As a request that was let in before the owner's was done.
        assertThat(refused(() -> house.factors.confirm(
                        stale, begun.factor().id(), new Authenticator(begun.secret()).code(house.clock.instant()))))
                .isEqualTo("step-up-needed");
        assertThat(refused(() -> house.factors.begin(stale, "encore"))).isEqualTo("step-up-needed");
        assertThat(thief.assurance()).isEqualTo(Assurance.HALF);
        house.showing.byCode(thief.actor(), authenticator.code(house.clock.instant()));
        assertThat(house.factors.mine(owner.actor()).factors()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void pages_that_wait_for_a_passkey_fill_no_table(Database database) {
        House house = house(database);
        SoftPasskey passkey = passkey(house);
        house.factors.addPasskey(VENDOR, "clé", passkey.create(house.factors.askPasskey(VENDOR)));
        Session session = signedIn(house, VENDOR);
        for (int i = 0; i < 40; i++) {
            later(house, Duration.ofMillis(10));
            house.showing.ask(session.actor());
        }
        assertThat(house.sql.number("select count(*) from factor_challenge")).isEqualTo(10);
        later(house, Duration.ofMillis(10));
        house.showing.byPasskey(
                session.actor(), passkey.get(house.showing.ask(session.actor()).orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource
    void the_last_factor_of_a_vendor_goes_with_its_recovery_codes(Database database) {
        House house = house(database);
        Enrolment only = enrol(house, VENDOR);
        house.factors.remove(VENDOR, only.enrolled().factor().id());
        assertThat(house.sql.number("select count(*) from recovery_code")).isZero();
        assertThat(signedIn(house, VENDOR).assurance()).isEqualTo(Assurance.WHOLE);
    }

    @ParameterizedTest
    @EnumSource
    void a_factor_that_was_never_confirmed_asks_for_nothing_and_lets_nobody_in(Database database) {
        House house = house(database);
        KeepFactors.Begun begun = house.factors.begin(VENDOR, "téléphone");
        assertThat(signedIn(house, VENDOR).assurance()).isEqualTo(Assurance.WHOLE);
        assertThat(refused(() -> house.factors.confirm(VENDOR, begun.factor().id(), "000000")))
                .isEqualTo("factor-wrong");
        assertThat(refused(() ->
                        house.factors.confirm(ADMINISTRATOR, begun.factor().id(), "000000")))
                .as("of somebody else")
                .isEqualTo("factor-unknown");
        house.factors.begin(VENDOR, "autre");
        assertThat(house.sql.number("select count(*) from second_factor")).isEqualTo(1);
        assertThat(refused(() -> house.factors.begin(VENDOR, " "))).isEqualTo("value-refused");
        assertThat(refused(() -> house.factors.begin(VENDOR, "x".repeat(101)))).isEqualTo("value-refused");
    }

    @ParameterizedTest
    @EnumSource
    void the_database_alone_gives_no_secret_away(Database database) {
        House house = house(database);
        KeepFactors.Begun begun = house.factors.begin(VENDOR, "téléphone");
        String sealed =
                house.factorRows.timeSecret(begun.factor().id()).orElseThrow().sealed();
        assertThat(sealed).doesNotContain(begun.secret());
        house.sql.update(
                "update second_factor set id = '00000000-0000-0000-0000-000000000000' where id = ?",
                begun.factor().id());
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> house.factors.confirm(VENDOR, "00000000-0000-0000-0000-000000000000", "000000")))
                .as("moved to another row")
                .isInstanceOf(IllegalStateException.class);
        assertThat(home.resolve("keys").resolve("factors.key")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void sessions_are_listed_ended_and_end_by_themselves(Database database) {
        House house = house(database);
        Session one = signedIn(house, VENDOR);
        Session two = signedIn(house, VENDOR);
        Session foreign = signedIn(house, ADMINISTRATOR);
        assertThat(house.sessions.mine(one.actor()))
                .extracting(mine -> mine.session().id(), mine -> mine.present())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(one.id(), true),
                        org.assertj.core.api.Assertions.tuple(two.id(), false));
        assertThat(refused(() -> house.sessions.end(one.actor(), foreign.id()))).isEqualTo("session-unknown");
        house.sessions.end(one.actor(), two.id());
        assertThat(two.isOver()).isTrue();
        assertThat(refused(() -> house.sessions.end(one.actor(), two.id()))).isEqualTo("session-unknown");
        assertThat(house.signIn.inSession(ADMINISTRATOR.name(), one.id()))
                .as("under another name")
                .isEmpty();

        later(house, Duration.ofMinutes(10));
        one.actor();
        later(house, Duration.ofMinutes(16));
        assertThat(one.isOver()).as("seen ten minutes ago").isFalse();
        later(house, Duration.ofMinutes(18));
        assertThat(one.isOver()).as("idle").isTrue();

        Session busy = signedIn(house, VENDOR);
        for (int i = 0; i < 47; i++) {
            later(house, Duration.ofMinutes(10));
            busy.actor();
        }
        later(house, Duration.ofMinutes(10));
        assertThat(busy.isOver()).as("eight hours old").isTrue();

        Session last = signedIn(house, VENDOR);
        Session other = signedIn(house, VENDOR);
        house.sessions.endAll(last.actor());
        assertThat(last.isOver() && other.isOver()).isTrue();
    }
}
