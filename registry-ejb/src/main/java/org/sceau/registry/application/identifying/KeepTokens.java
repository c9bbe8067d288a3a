package org.sceau.registry.application.identifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Letter;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** Tokens with which a machine acts for an account: made, seen and revoked by whoever the account belongs to. */
@ApplicationScoped
public class KeepTokens {
    /** Days a token may last. */
    public static final int LONGEST_DAYS = 90;
    /** Tokens of one account that are alive. */
    public static final int MOST = 20;

    private final Door door;
    private final Tokens tokens;
    private final Accounts accounts;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeepTokens() {
        this(null, null, null);
    }

    @Inject
    public KeepTokens(Door door, Tokens tokens, Accounts accounts) {
        this.door = door;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /**
     * A token, and its secret.
     *
     * @param secret told once; only its hash is kept. Empty when the act is heard of again
     */
    public record Made(Tokens.Token token, Optional<ApiToken> secret) {}

    /**
     * Makes one.
     *
     * @param label 1 to 100 characters
     * @param only  what it is for; absent for all that the account may
     * @param days  1 to {@value #LONGEST_DAYS}; made with a token it ends with that one at the latest
     * @throws Refused {@code token-days}, {@code tokens-full}, {@code token-wider} for a token that would do what the one it is asked with
     *     may not
     */
    public Made make(Actor actor, String label, Optional<Set<Permission>> only, long days) {
        if (days < 1 || days > LONGEST_DAYS) {
            throw Refusal.of("token-days", Refusal.Kind.INVALID)
                    .with("most", Integer.toString(LONGEST_DAYS))
                    .asException();
        }
        return door.enter(actor, Permission.KEEP_TOKENS, "tokens", passage -> {
            requireNarrower(actor, only);
            String account = account(actor).id();
            if (tokens.alive(account, passage.now()) >= MOST) {
                throw Refusal.of("tokens-full", Refusal.Kind.CONFLICT)
                        .with("most", Integer.toString(MOST))
                        .asException();
            }
            ApiToken secret = ApiToken.random();
            Tokens.Token token = new Tokens.Token(
                    UUID.randomUUID().toString(),
                    account,
                    label,
                    only,
                    passage.now(),
                    end(actor, passage.now().plus(Duration.ofDays(days))),
                    Optional.empty(),
                    false,
                    Optional.empty());
            passage.record(entry(actor, token, "made"));
            tokens.add(token, secret.hash());
            return new Made(token, Optional.of(secret));
        });
    }

    /** The tokens of the own account, newest first. */
    public List<Tokens.Token> mine(Actor actor) {
        return door.prepare(
                actor,
                Permission.KEEP_TOKENS,
                "tokens",
                () -> tokens.of(account(actor).id()));
    }

    /** @throws Refused {@code token-unknown} for one that is not there or somebody else's */
    public Tokens.Token one(Actor actor, String id) {
        return door.prepare(actor, Permission.KEEP_TOKENS, "tokens", () -> known(actor, id));
    }

    private Tokens.Token known(Actor actor, String id) {
        return tokens.find(account(actor).id(), id)
                .orElseThrow(() ->
                        Refusal.of("token-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    /** Ends one at once; refused like {@link #one}, and as {@code token-revoked} where it is. */
    public Tokens.Token revoke(Actor actor, String id) {
        return door.enter(actor, Permission.KEEP_TOKENS, "tokens", passage -> {
            Tokens.Token token = known(actor, id);
            if (token.revoked()) {
                throw Refusal.of("token-revoked", Refusal.Kind.CONFLICT).asException();
            }
            passage.record(entry(actor, token, "revoked"));
            tokens.revoke(id);
            return known(actor, id);
        });
    }

    /** No token outlives the one it is made with. */
    private static Instant end(Actor actor, Instant wanted) {
        return actor.letter().map(Letter::until).filter(wanted::isAfter).orElse(wanted);
    }

    private static void requireNarrower(Actor actor, Optional<Set<Permission>> only) {
        boolean within = actor.letter()
                .flatMap(Letter::only)
                .map(own -> only.filter(own::containsAll).isPresent())
                .orElse(true);
        if (!within) {
            throw Refusal.of("token-wider", Refusal.Kind.FORBIDDEN).asException();
        }
    }

    private Accounts.Account account(Actor actor) {
        return accounts.byUsername(actor.name()).orElseThrow();
    }

    private static Entry entry(Actor actor, Tokens.Token token, String act) {
        Map<String, Object> told = new TreeMap<>();
        told.put("account", actor.name());
        told.put("token", token.id());
        told.put("act", act);
        told.put("expires", token.expiresAt().toString());
        token.only()
                .ifPresent(only ->
                        told.put("acts", only.stream().map(Coded::of).sorted().toList()));
        return new Entry(
                "token-changed",
                "accounts",
                Optional.empty(),
                Map.of(),
                Map.of("token", CanonicalText.of(told)),
                Entry.Topic.HOUSE);
    }
}
