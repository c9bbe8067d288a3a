package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.SoftPasskey;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.proving.ShowFactor;
import org.sceau.registry.application.proving.SignedWords;
import org.sceau.registry.domain.refusal.Refused;

/** A word that a passkey signs is about one thing alone, and is kept so that anybody can check it later. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedWordsTest {
    private static final String DIGEST = "7c1e".repeat(16);
    private static final String OTHER = "a94b".repeat(16);

    @TempDir
    Path home;

    private static SoftPasskey passkey(House house) {
        URI address = house.operator.publicUrl();
        return new SoftPasskey(address.toString(), address.getHost());
    }

    private record Desk(House house, SoftPasskey passkey, String session) {
        Actor actor() {
            return house.signIn.inSession(ADMINISTRATOR.name(), session).orElseThrow();
        }

        ShowFactor.WordAsked asked(String digest) {
            return house.showing.askWord(actor(), digest).orElseThrow();
        }

        String answered(ShowFactor.WordAsked asked) {
            return passkey.get(asked.question());
        }

        /** Time passes at an open session: somebody moves within it. */
        void reads(Duration duration) {
            for (long minutes = duration.toMinutes(); minutes > 0; minutes -= 8) {
                house.clock.set(house.clock
                        .instant()
                        .plus(Duration.ofMinutes(Math.min(8, minutes)))
                        .toString());
                actor();
            }
        }

        boolean isFresh() {
            return actor().proof().isFresh(house.clock.instant());
        }
    }

    private Desk desk(Database database) {
        House house = House.on(database, home);
        house.account(ADMINISTRATOR);
        SoftPasskey passkey = passkey(house);
        house.factors.addPasskey(ADMINISTRATOR, "clé", passkey.create(house.factors.askPasskey(ADMINISTRATOR)));
        return new Desk(house, passkey, house.signIn.begin(ADMINISTRATOR.name(), "Firefox, Linux"));
    }

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was done")
                .refusal()
                .code();
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_about_one_thing_is_no_word_about_another(Database database) {
        Desk desk = desk(database);
        ShowFactor.WordAsked asked = desk.asked(DIGEST);
        String answer = desk.answered(asked);
        assertThat(refused(() -> desk.house().showing.byWord(desk.actor(), OTHER, asked.nonce(), answer)))
                .isEqualTo("factor-wrong");
        assertThat(refused(() -> desk.house()
                        .showing
                        .byWord(desk.actor(), DIGEST, desk.asked(DIGEST).nonce(), answer)))
                .isEqualTo("factor-wrong");
        assertThat(refused(() -> desk.house().showing.byWord(desk.actor(), "no digest", asked.nonce(), answer)))
                .isEqualTo("factor-wrong");
        assertThat(desk.house().signedWords.about(DIGEST)).isEmpty();
        assertThat(desk.house().signedWords.about(OTHER)).isEmpty();
        assertThat(desk.isFresh()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_for_the_sign_in_is_no_word_and_a_word_is_given_once_and_soon(Database database) {
        Desk desk = desk(database);
        String plain = desk.passkey().get(desk.house().showing.ask(desk.actor()).orElseThrow());
        assertThat(refused(() -> desk.house()
                        .showing
                        .byWord(desk.actor(), DIGEST, desk.asked(DIGEST).nonce(), plain)))
                .isEqualTo("factor-wrong");

        ShowFactor.WordAsked asked = desk.asked(DIGEST);
        String answer = desk.answered(asked);
        desk.house().showing.byWord(desk.actor(), DIGEST, asked.nonce(), answer);
        assertThat(refused(() -> desk.house().showing.byWord(desk.actor(), DIGEST, asked.nonce(), answer)))
                .isEqualTo("factor-wrong");

        ShowFactor.WordAsked late = desk.asked(DIGEST);
        String slow = desk.answered(late);
        desk.reads(Duration.ofMinutes(31));
        assertThat(refused(() -> desk.house().showing.byWord(desk.actor(), DIGEST, late.nonce(), slow)))
                .isEqualTo("factor-wrong");
        assertThat(desk.house().signedWords.about(DIGEST)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_reads_for_a_quarter_of_an_hour_before_signing_is_heard(Database database) {
        Desk desk = desk(database);
        ShowFactor.WordAsked asked = desk.asked(DIGEST);
        desk.reads(Duration.ofMinutes(16));
        desk.house().showing.byWord(desk.actor(), DIGEST, asked.nonce(), desk.answered(asked));
        assertThat(desk.house().signedWords.about(DIGEST)).hasSize(1);
        assertThat(desk.isFresh()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_signed_is_kept_with_what_it_takes_to_check_it_and_the_journal_commits_to_it(Database database)
            throws Exception {
        Desk desk = desk(database);
        ShowFactor.WordAsked asked = desk.asked(DIGEST);
        String answer = desk.answered(asked);
        long before = desk.house().sql.number("select count(*) from journal");
        desk.house().showing.byWord(desk.actor(), DIGEST, asked.nonce(), answer);

        assertThat(desk.isFresh()).isTrue();
        List<SignedWords.Signed> kept = desk.house().signedWords.about(DIGEST);
        assertThat(kept).singleElement().satisfies(word -> {
            assertThat(word.username()).isEqualTo(ADMINISTRATOR.name());
            assertThat(word.answer()).isEqualTo(answer);
            assertThat(word.credential()).isNotBlank();
            assertThat(challengeIn(word.answer())).isEqualTo(boundTo(word));
        });
        assertThat(desk.house().sql.number("select count(*) from journal")).isEqualTo(before + 1);
        assertThat(desk.house()
                        .sql
                        .number(
                                "select count(*) from journal where position = ?",
                                kept.get(0).position()))
                .isEqualTo(1);
    }

    /** The challenge that the browser says it signed. */
    private static String challengeIn(String answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            JsonObject response = reader.readObject().getJsonObject("response");
            String client = new String(
                    Base64.getUrlDecoder().decode(response.getString("clientDataJSON")), StandardCharsets.UTF_8);
            try (JsonReader inner = Json.createReader(new StringReader(client))) {
                return inner.readObject().getString("challenge");
            }
        }
    }

    /** Computed anew, as whoever checks it would. */
    private static String boundTo(SignedWords.Signed word) throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update(HexFormat.of().parseHex(word.digest()));
        hash.update(Base64.getUrlDecoder().decode(word.nonce()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest());
    }

    @ParameterizedTest
    @EnumSource
    void who_has_no_passkey_is_asked_for_none(Database database) {
        House house = House.on(database, home);
        house.account(ADMINISTRATOR);
        assertThat(house.showing.askWord(ADMINISTRATOR, DIGEST)).isEmpty();
    }
}
