package org.sceau.registry.application.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How sure it is that an actor is who the name says.
 *
 * @param factorAt when a second factor was shown last; absent without one
 * @param way      what the actor came with, for acts that change the proof itself; absent for the house
 */
public record Proof(Assurance assurance, Optional<Instant> factorAt, Optional<Way> way) {
    /** How long a factor counts as just shown. */
    public static final Duration FRESH = Duration.ofMinutes(5);
    /** Of the house itself, of nobody, and of whoever was proven elsewhere: nothing is asked for. */
    public static final Proof UNASKED = new Proof(Assurance.WHOLE, Optional.of(Instant.MAX), Optional.empty());

    /** What was shown of what the account asks for. */
    public enum Assurance {
        WHOLE,
        /** The password; a second factor is there and was not shown yet. */
        HALF,
        /** All there is, and that is too little: the account needs a second factor and has none. */
        OWING
    }

    /** A session at the desks or a token. */
    public record Way(Kind kind, String id) {
        /** Which of the two. */
        public enum Kind {
            SESSION,
            TOKEN
        }
    }

    /** Whether a factor was shown within {@link #FRESH}. */
    public boolean isFresh(Instant now) {
        return factorAt.filter(shown -> shown.isAfter(now.minus(FRESH))).isPresent();
    }
}
