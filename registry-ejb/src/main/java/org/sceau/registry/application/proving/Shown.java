package org.sceau.registry.application.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Proof;
import org.sceau.registry.application.identifying.Sessions;
import org.sceau.registry.application.identifying.Tokens;

/** Keeps that a factor was shown, with what the actor came with. In the caller's transaction. */
@ApplicationScoped
public class Shown {
    private final Sessions sessions;
    private final Tokens tokens;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Shown() {
        this(null, null);
    }

    @Inject
    public Shown(Sessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    void by(Actor actor, Instant now) {
        actor.proof().way().ifPresent(way -> {
            if (way.kind() == Proof.Way.Kind.SESSION) {
                sessions.factorShown(way.id(), now);
            } else {
                tokens.factorShown(way.id(), now);
            }
        });
    }
}
