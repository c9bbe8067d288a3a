package org.sceau.registry.application.identifying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where accounts are signed in at the desks, as stored. */
public interface Sessions {
    /** How long one may last. */
    Duration LONGEST = Duration.ofHours(8);
    /** How long one may be idle; the last look is kept to {@link #SEEN_EVERY}. */
    Duration IDLE = Duration.ofMinutes(15);
    /** How often it is kept that one was seen. */
    Duration SEEN_EVERY = Duration.ofMinutes(2);

    /**
     * One session.
     *
     * @param id       never leaves the server: the browser knows the container's session by its cookie
     * @param factorAt when a second factor was shown last
     * @param browser  browser and system in words, at most 100 characters
     */
    record Session(
            String id,
            String accountId,
            Instant began,
            Instant lastSeen,
            Optional<Instant> factorAt,
            String browser,
            boolean ended) {

        /** Whether it still lets in. */
        public boolean isAlive(Instant now) {
            return !ended
                    && began.plus(LONGEST).isAfter(now)
                    && lastSeen.plus(IDLE).plus(SEEN_EVERY).isAfter(now);
        }
    }

    /** Begins one, and forgets those of the account that began before the given time. */
    void begin(Session session, Instant forgetBefore);

    Optional<Session> find(String id);

    /** Those of an account that were not ended, newest first, at most 200. */
    List<Session> of(String accountId);

    void seen(String id, Instant at);

    void factorShown(String id, Instant at);

    void end(String id);

    void endAll(String accountId);
}
