package org.sceau.registry.application.identifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.AuditLog;
import org.sceau.registry.application.door.Behalf;
import org.sceau.registry.application.door.Letter;
import org.sceau.registry.application.door.Proof;
import org.sceau.registry.application.door.Transactions;
import org.sceau.registry.domain.party.Member;

/** Tells who somebody is. Answers an unknown user as slowly and as shortly as a wrong password. */
@ApplicationScoped
public class SignIn {
    /** A hash of nobody's password, so that unknown users cost the same time. */
    private static final String NOBODY = PasswordHash.of(ApiToken.random().secret());

    private static final Set<String> RESERVED = Set.of(Actor.SYSTEM.name(), Actor.ANONYMOUS.name());
    private static final Duration USE_KEPT_EVERY = Duration.ofHours(1);
    private static final Duration LONGEST_WAY_BACK = Duration.ofMinutes(10);
    private static final Duration SESSIONS_KEPT = Duration.ofDays(30);
    private static final int LONGEST_BROWSER = 100;
    private static final long LONGEST_WAIT_MILLIS = 2_000;
    private static final Semaphore AT_ONCE = new Semaphore(4, true);

    private final Accounts accounts;
    private final Tokens tokens;
    private final Transactions transactions;
    private final Sessions sessions;
    private final HeldRoles roles;
    private final Organisations organisations;
    private final Assurances assurances;
    private final AuditLog audit;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SignIn() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public SignIn(
            Accounts accounts,
            Tokens tokens,
            Transactions transactions,
            Sessions sessions,
            HeldRoles roles,
            Organisations organisations,
            Assurances assurances,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.transactions = transactions;
        this.sessions = sessions;
        this.roles = roles;
        this.organisations = organisations;
        this.assurances = assurances;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty for an unknown user, a wrong password and an inactive account alike; each attempt is audited. */
    public Optional<Actor> withPassword(String username, String password) {
        Optional<Accounts.Account> account = username.length() > 100 ? Optional.empty() : accounts.byUsername(username);
        boolean right =
                isRight(password, account.map(Accounts.Account::passwordHash).orElse(NOBODY));
        Optional<Actor> actor = right ? account.filter(this::maySignIn).map(this::actor) : Optional.empty();
        audit.record(actor.orElse(Actor.ANONYMOUS), "sign-in", "-", actor.isPresent() ? "ok" : "sign-in-failed");
        return actor;
    }

    /**
     * Each check takes 19 MiB for a moment: of a flood of attempts a few are heard at a time, and those that waited too long are
     * answered like a wrong password, so that neither memory nor threads run out.
     */
    private static boolean isRight(String password, String hash) {
        try {
            if (!AT_ONCE.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return PasswordHash.matches(password, hash);
        } finally {
            AT_ONCE.release();
        }
    }

    /** Empty for a token that is malformed, unknown, expired or revoked. */
    public Optional<Actor> withToken(String token) {
        Optional<Actor> actor =
                ApiToken.looksLikeOne(token) ? withTokenHash(new ApiToken(token).hash()) : Optional.empty();
        if (actor.isEmpty()) {
            audit.record(Actor.ANONYMOUS, "sign-in", "token", "token-refused");
        }
        return actor;
    }

    /** Who comes with a token of this hash, and for which acts; that it was used is kept, to the hour. */
    private Optional<Actor> withTokenHash(String hash) {
        Instant now = clock.instant();
        return tokens.byHash(hash).filter(token -> token.isAlive(now)).flatMap(token -> {
            Optional<Actor> actor = accounts.byId(token.accountId())
                    .filter(this::maySignIn)
                    .map(account -> actor(account)
                            .with(new Letter(token.only(), token.expiresAt()))
                            .known(ofToken(account, token)));
            if (actor.isPresent()
                    && token.lastUsed()
                            .filter(last -> last.plus(USE_KEPT_EVERY).isAfter(now))
                            .isEmpty()) {
                transactions.inNew(Behalf.NOBODY, () -> {
                    tokens.used(token.id(), now);
                    return token;
                });
            }
            return actor;
        });
    }

    /** Who a name is now, for work that somebody let in began: rights taken away count at once. */
    public Optional<Actor> known(String username) {
        return accounts.byUsername(username).filter(this::maySignIn).map(this::actor);
    }

    private Proof ofToken(Accounts.Account account, Tokens.Token token) {
        return new Proof(
                assurances.ofToken(account, roles.of(account)),
                token.factorAt(),
                Optional.of(new Proof.Way(Proof.Way.Kind.TOKEN, token.id())));
    }

    /**
     * Begins a session at the desks for somebody whose password was right.
     *
     * @param browser in words; cut at 100 characters
     * @return the id that {@link #inSession} asks for
     */
    public String begin(String username, String browser) {
        Accounts.Account account = accounts.byUsername(username).orElseThrow();
        Instant now = clock.instant();
        Sessions.Session session = new Sessions.Session(
                UUID.randomUUID().toString(),
                account.id(),
                now,
                now,
                Optional.empty(),
                browser.length() > LONGEST_BROWSER ? browser.substring(0, LONGEST_BROWSER) : browser,
                false);
        transactions.inNew(Behalf.NOBODY, () -> {
            sessions.begin(session, now.minus(SESSIONS_KEPT));
            return session;
        });
        return session.id();
    }

    /**
     * Keeps that somebody showed the house's identity provider a second factor.
     *
     * @param at by the provider's word; a time to come counts as now, and one of more than ten minutes ago proves nothing
     */
    public void proven(String session, Instant at) {
        Instant now = clock.instant();
        if (at.plus(LONGEST_WAY_BACK).isBefore(now)) {
            return;
        }
        transactions.inNew(Behalf.NOBODY, () -> {
            sessions.factorShown(session, at.isAfter(now) ? now : at);
            return session;
        });
    }

    /** Who a session is of now, as far as it is proven; empty where it is over, or of another account. */
    public Optional<Actor> inSession(String username, String id) {
        Instant now = clock.instant();
        return sessions.find(id)
                .filter(session -> session.isAlive(now))
                .flatMap(session -> accounts.byId(session.accountId())
                        .filter(account -> account.username().equals(username))
                        .filter(this::maySignIn)
                        .map(account -> {
                            if (session.lastSeen().plus(Sessions.SEEN_EVERY).isBefore(now)) {
                                transactions.inNew(Behalf.NOBODY, () -> {
                                    sessions.seen(id, now);
                                    return id;
                                });
                            }
                            return actor(account).known(ofSession(account, session));
                        }));
    }

    private Proof ofSession(Accounts.Account account, Sessions.Session session) {
        return new Proof(
                assurances.ofSession(account, roles.of(account), session.factorAt()),
                session.factorAt(),
                Optional.of(new Proof.Way(Proof.Way.Kind.SESSION, session.id())));
    }

    /** Ends a session that its owner leaves. */
    public void end(String id) {
        transactions.inNew(Behalf.NOBODY, () -> {
            sessions.end(id);
            return id;
        });
    }

    /** Active, of an organisation that is not closed, and not named like the house itself or like nobody: an account must never be taken for either. */
    private boolean maySignIn(Accounts.Account account) {
        return account.active()
                && !RESERVED.contains(account.username())
                && organisations
                        .named(account.organisation())
                        .map(Member::active)
                        .orElse(true);
    }

    private Actor actor(Accounts.Account account) {
        return new Actor(account.username(), account.organisation(), roles.of(account));
    }
}
