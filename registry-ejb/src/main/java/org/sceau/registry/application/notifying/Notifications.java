package org.sceau.registry.application.notifying;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Notifications as stored, on the transaction of whoever asks. */
public interface Notifications {

    void add(List<Notification> fresh);

    /** Those of the oldest mail that was under way when somebody stopped; empty for none. */
    List<Notification> underWay();

    /** Those that go into the next mail: one that was tried before, or all of one person that are due; at most {@code most}. Empty for none. */
    List<Notification> due(Instant now, int most);

    /** Whether something is due or under way. */
    boolean isWork(Instant now);

    /** Puts some into a mail that is about to be handed over for the n-th time. */
    void begin(Collection<Notification> some, String mailId, int attempt);

    /** Ends those that are not to be sent. */
    void drop(Collection<Notification> some, Instant at);

    /**
     * What became of an attempt. Nothing changes when somebody began another one since.
     *
     * @param state SENT or FAILED
     */
    void end(String mailId, int attempt, Notification.State state, Instant at);

    /**
     * Lets a mail wait for another attempt. Nothing changes when somebody began one since.
     *
     * @param attempts as which it counts then: one less where the attempt does not count
     */
    void putOff(String mailId, int attempt, int attempts, Instant until);

    /** Moves what waits for a person and was never tried to another instant. */
    void move(String accountId, Instant dueAt);

    /** Ends what waits for a person who wants no mail. */
    void dropAll(String accountId, Instant at);

    /** Ends what waits since before an instant. Says how many those were. */
    int giveUp(Instant madeBefore, Instant at);

    /** Forgets what was made before an instant. */
    void forget(Instant madeBefore);

    long count(Notification.State state);

    /** How many of those that wait were handed over before in vain. */
    long countWaitingAgain();
}
