package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.KeepTokens;
import org.sceau.registry.domain.refusal.Refused;

/** Tokens of machines, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokensTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.account(ADMINISTRATOR);
        house.enrol(ADMINISTRATOR);
        house.account(VENDOR);
        return house;
    }

    private static String secret(KeepTokens.Made made) {
        return made.secret().orElseThrow().secret();
    }

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was done")
                .refusal()
                .code();
    }

    @ParameterizedTest
    @EnumSource
    void a_token_lets_in_for_what_it_was_made_for_and_for_nothing_else(Database database) {
        House house = house(database);
        KeepTokens.Made made = house.tokens.make(
                ADMINISTRATOR, "miroir", Optional.of(Set.of(Permission.READ_IMPORTS, Permission.KEEP_TOKENS)), 30);
        Actor machine = house.signIn.withToken(secret(made)).orElseThrow();

        assertThat(Permission.READ_IMPORTS.isGrantedTo(machine)).isTrue();
        assertThat(Permission.IMPORT_CATALOGUE.isGrantedTo(machine)).isFalse();
        assertThat(refused(() -> house.granting.read(machine, VENDOR.name()))).isEqualTo("token-scope-missing");
        assertThat(house.sql.number("select count(*) from audit where outcome = 'token-scope-missing'"))
                .isEqualTo(1);
        for (Optional<Set<Permission>> wider : java.util.List.of(
                Optional.<Set<Permission>>empty(), Optional.of(Set.of(Permission.IMPORT_CATALOGUE)))) {
            assertThat(refused(() -> house.tokens.make(machine, "plus large", wider, 1)))
                    .as("no token makes a wider one")
                    .isEqualTo("token-wider");
        }
        assertThat(house.tokens
                        .make(machine, "plus étroit", Optional.of(Set.of(Permission.READ_IMPORTS)), 1)
                        .token()
                        .only())
                .contains(Set.of(Permission.READ_IMPORTS));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_ends_by_itself_and_at_a_word(Database database) {
        House house = house(database);
        KeepTokens.Made short1 = house.tokens.make(VENDOR, "un jour", Optional.empty(), 1);
        KeepTokens.Made other = house.tokens.make(VENDOR, "deux jours", Optional.empty(), 2);
        house.clock.set("2025-12-06T10:59:59Z");
        assertThat(house.signIn.withToken(secret(short1))).isPresent();
        house.clock.set("2025-12-06T11:00:00Z");
        assertThat(house.signIn.withToken(secret(short1))).isEmpty();
        assertThat(house.signIn.withToken(secret(other))).isPresent();

        house.tokens.revoke(VENDOR, other.token().id());
        assertThat(house.signIn.withToken(secret(other))).isEmpty();
        assertThat(refused(() -> house.tokens.revoke(VENDOR, other.token().id())))
                .isEqualTo("token-revoked");
        assertThat(refused(
                        () -> house.tokens.revoke(ADMINISTRATOR, other.token().id())))
                .as("somebody else's")
                .isEqualTo("token-unknown");
        assertThat(house.tokens.mine(ADMINISTRATOR)).isEmpty();
        assertThat(house.tokens.mine(VENDOR)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void no_token_outlives_the_one_it_was_made_with(Database database) {
        House house = house(database);
        KeepTokens.Made day = house.tokens.make(VENDOR, "un jour", Optional.empty(), 1);
        Actor machine = house.signIn.withToken(secret(day)).orElseThrow();
        KeepTokens.Made heir = house.tokens.make(machine, "héritier", Optional.empty(), 90);
        assertThat(heir.token().expiresAt()).isEqualTo(day.token().expiresAt());
    }

    @ParameterizedTest
    @EnumSource
    void its_last_use_is_kept_to_the_hour_and_its_secret_nowhere(Database database) {
        House house = house(database);
        KeepTokens.Made made = house.tokens.make(VENDOR, "miroir", Optional.empty(), 30);
        assertThat(house.tokens.one(VENDOR, made.token().id()).lastUsed()).isEmpty();
        house.signIn.withToken(secret(made));
        house.clock.set("2025-12-05T11:59:00Z");
        house.signIn.withToken(secret(made));
        assertThat(house.tokens.one(VENDOR, made.token().id()).lastUsed())
                .contains(Instant.parse("2025-12-05T11:00:00Z"));
        house.clock.set("2025-12-05T12:00:00Z");
        house.signIn.withToken(secret(made));
        assertThat(house.tokens.one(VENDOR, made.token().id()).lastUsed())
                .contains(Instant.parse("2025-12-05T12:00:00Z"));
        assertThat(house.sql.number("select count(*) from api_token where token_hash = ?", secret(made)))
                .isZero();
        assertThat(made.toString()).doesNotContain(secret(made));
    }

    @ParameterizedTest
    @EnumSource
    void tokens_last_ninety_days_at_most_and_an_account_has_twenty(Database database) {
        House house = house(database);
        assertThat(refused(() -> house.tokens.make(VENDOR, "trop", Optional.empty(), 91)))
                .isEqualTo("token-days");
        assertThat(refused(() -> house.tokens.make(VENDOR, "rien", Optional.empty(), 0)))
                .isEqualTo("token-days");
        for (int i = 0; i < KeepTokens.MOST; i++) {
            house.tokens.make(VENDOR, "n° " + i, Optional.empty(), 90);
        }
        Instant old = house.clock.instant().minusSeconds(86_400);
        for (int i = 0; i < 250; i++) {
            house.sql.update(
                    "insert into api_token (token_hash, id, account_id, created_at, expires_at, revoked)"
                            + " select ?, ?, id, ?, ?, true from account where username = ?",
                    String.format(java.util.Locale.ROOT, "%064d", i),
                    java.util.UUID.randomUUID().toString(),
                    house.clock.instant().plusSeconds(60),
                    old,
                    VENDOR.name());
        }
        assertThat(refused(() -> house.tokens.make(VENDOR, "un de plus", Optional.empty(), 90)))
                .isEqualTo("tokens-full");
        house.clock.set("2026-03-06T11:00:00Z");
        assertThat(house.tokens
                        .make(VENDOR, "la suite", Optional.empty(), 90)
                        .token()
                        .isAlive(house.clock.instant()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void rights_that_are_taken_away_are_taken_from_its_tokens_too(Database database) {
        House house = house(database);
        KeepTokens.Made made = house.tokens.make(VENDOR, "miroir", Optional.empty(), 30);
        house.granting.revoke(
                ADMINISTRATOR,
                VENDOR.name(),
                OptionalLong.of(0),
                org.sceau.registry.domain.access.RoleGrant.forAll(org.sceau.registry.domain.party.Role.SPONSOR));
        assertThat(house.signIn.withToken(secret(made)).orElseThrow().roles()).isEmpty();
        house.people.close(ADMINISTRATOR, VENDOR.name());
        assertThat(house.signIn.withToken(secret(made))).isEmpty();
    }
}
