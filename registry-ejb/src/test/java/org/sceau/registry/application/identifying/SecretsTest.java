package org.sceau.registry.application.identifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.door.AuditLog;
import org.sceau.registry.application.door.Transactions;
import org.sceau.registry.domain.party.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=4,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=99,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void a_hash_of_another_form_or_an_absurd_cost_lets_nobody_in(String hash) {
        assertThat(PasswordHash.matches("anything", hash)).isFalse();
    }

    @Test
    void a_password_opens_its_own_hash_alone() {
        String hash = PasswordHash.of("Sésame 1");
        assertThat(PasswordHash.matches("sésame 1", hash)).isFalse();
        assertThat(PasswordHash.matches("Sésame 1", hash)).isTrue();
        assertThat(PasswordHash.of("Sésame 1")).isNotEqualTo(hash);
        assertThatThrownBy(() -> PasswordHash.of("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThat(PasswordHash.matches("x".repeat(201), hash)).isFalse();
    }

    @Test
    void a_token_is_kept_as_its_hash_and_never_printed() {
        ApiToken token = ApiToken.random();
        assertThat(token.secret())
                .matches("sceau_[0-9a-f]{64}")
                .isNotEqualTo(ApiToken.random().secret());
        assertThat(token.hash()).hasSize(64).doesNotContain(token.secret().substring(6));
        assertThat(token).hasToString("ApiToken[hidden]");
        assertThatThrownBy(() -> new ApiToken("sceau_12")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ApiToken.looksLikeOne("x".repeat(100_000))).isFalse();
    }

    @Test
    void unknown_wrong_and_inactive_are_one_answer_and_each_attempt_is_audited() {
        People people = new People();
        people.add(
                new Accounts.Account("1", "tual", PasswordHash.of("juste"), "Centre", Set.of(Role.DECIDER), true), NOW);
        people.add(
                new Accounts.Account("2", "parti", PasswordHash.of("juste"), "Centre", Set.of(Role.DECIDER), false),
                NOW);
        List<String> audit = new ArrayList<>();
        SignIn signIn = over(people, (actor, action, object, outcome) -> audit.add(actor.name() + " " + outcome));

        assertThat(signIn.withPassword("nobody", "juste")).isEmpty();
        assertThat(signIn.withPassword("tual", "faux")).isEmpty();
        assertThat(signIn.withPassword("parti", "juste")).isEmpty();
        assertThat(signIn.withPassword("x".repeat(1_000), "juste")).isEmpty();
        assertThat(signIn.withPassword("tual", "juste"))
                .hasValueSatisfying(actor -> assertThat(actor.roles()).containsExactly(Role.DECIDER));
        assertThat(signIn.withToken("sceau_guess")).isEmpty();
        assertThat(signIn.known("parti")).isEmpty();
        assertThat(audit)
                .containsExactly(
                        "anonymous sign-in-failed",
                        "anonymous sign-in-failed",
                        "anonymous sign-in-failed",
                        "anonymous sign-in-failed",
                        "tual ok",
                        "anonymous token-refused");
    }

    @Test
    void an_account_named_like_the_house_itself_lets_nobody_in() {
        People people = new People();
        people.add(new Accounts.Account("1", "system", PasswordHash.of("juste"), "-", Set.of(), true), NOW);
        SignIn signIn = over(people, (actor, action, object, outcome) -> {});
        assertThat(signIn.withPassword("system", "juste")).isEmpty();
        assertThat(signIn.known("system")).isEmpty();
    }

    @Test
    void settings_never_print_their_passwords() {
        assertThat(new Settings.Owner("owner", "geheim")).hasToString("Owner[owner]");
        assertThat(new Settings.Signer(java.nio.file.Path.of("key.p12"), "geheim", java.util.Optional.empty())
                        .toString())
                .doesNotContain("geheim");
    }

    private static final HeldRoles NO_BOOKS = new HeldRoles(new RoleBooks() {
        @Override
        public Optional<Recorded> find(String accountId) {
            return Optional.empty();
        }

        @Override
        public Optional<Recorded> find(String accountId, long version) {
            return Optional.empty();
        }

        @Override
        public void put(Recorded recorded) {}
    });

    private static final Transactions AT_ONCE = new Transactions() {
        @Override
        public <R> R inNew(org.sceau.registry.application.door.Behalf behalf, java.util.function.Supplier<R> work) {
            return work.get();
        }
    };

    /** A port behind which there is nothing. */
    private static <T> T nothing(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    Class<?> answer = method.getReturnType();
                    return answer == Optional.class
                            ? Optional.empty()
                            : answer == List.class ? List.of() : answer == boolean.class ? Boolean.FALSE : null;
                }));
    }

    private static SignIn over(People people, AuditLog audit) {
        return new SignIn(
                people,
                nothing(Tokens.class),
                AT_ONCE,
                nothing(Sessions.class),
                NO_BOOKS,
                nothing(Organisations.class),
                new Assurances(nothing(Factors.class), nothing(Organisations.class)),
                audit,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static final class People implements Accounts {
        private final Map<String, Account> known = new HashMap<>();

        @Override
        public Optional<Account> byUsername(String username) {
            return Optional.ofNullable(known.get(username));
        }

        @Override
        public Optional<Account> byId(String id) {
            return Optional.empty();
        }

        @Override
        public void add(Account account, Instant createdAt) {
            known.put(account.username(), account);
        }

        @Override
        public void replaceRoles(String accountId, Set<Role> roles) {}

        @Override
        public void replacePassword(String accountId, String passwordHash) {}

        @Override
        public void replaceActive(String accountId, boolean active) {}

        @Override
        public List<Account> of(String organisation) {
            return List.of();
        }

        @Override
        public List<Account> open() {
            return List.copyOf(known.values());
        }

        @Override
        public long countHaving(Role role) {
            return 0;
        }

        @Override
        public boolean isEmpty() {
            return known.isEmpty();
        }
    }
}
