package org.sceau.registry.application.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.Proof;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.Sessions;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** Where the own account is signed in at the desks: seen, ended one by one or everywhere. */
@ApplicationScoped
public class KeepSessions {
    private final Door door;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeepSessions() {
        this(null, null, null, null);
    }

    @Inject
    public KeepSessions(Door door, Accounts accounts, Sessions sessions, Clock clock) {
        this.door = door;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A session, and whether it is the one that asks. */
    public record Mine(Sessions.Session session, boolean present) {}

    /** Those that still let in, newest first. */
    public List<Mine> mine(Actor actor) {
        Instant now = clock.instant();
        return door.prepare(
                actor,
                Permission.KEEP_SESSIONS,
                "sessions",
                () -> sessions.of(account(actor)).stream()
                        .filter(session -> session.isAlive(now))
                        .map(session -> new Mine(session, isOf(actor, session)))
                        .toList());
    }

    /** @throws Refused {@code session-unknown} for one that is over, not there or somebody else's */
    public void end(Actor actor, String id) {
        door.look(actor, Permission.KEEP_SESSIONS, "session", () -> {
            Sessions.Session session = sessions.find(id)
                    .filter(known -> known.accountId().equals(account(actor)) && known.isAlive(clock.instant()))
                    .orElseThrow(() -> Refusal.of("session-unknown", Refusal.Kind.NOT_FOUND)
                            .asException());
            sessions.end(session.id());
            return session;
        });
    }

    /** Ends all of them, the one that asks among them. */
    public void endAll(Actor actor) {
        door.look(actor, Permission.KEEP_SESSIONS, "sessions", () -> {
            sessions.endAll(account(actor));
            return actor;
        });
    }

    private static boolean isOf(Actor actor, Sessions.Session session) {
        return actor.proof()
                .way()
                .filter(way -> way.kind() == Proof.Way.Kind.SESSION && way.id().equals(session.id()))
                .isPresent();
    }

    private String account(Actor actor) {
        return accounts.byUsername(actor.name()).orElseThrow().id();
    }
}
