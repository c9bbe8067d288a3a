package org.sceau.registry.application.notifying;

import java.time.Instant;
import java.util.Optional;

/**
 * That one person is told of one thing by mail.
 *
 * @param id       random UUID
 * @param position of the journal entry that told it; with the account it makes two notifications the same
 * @param dueAt    when it goes out at the earliest
 * @param mailId   the mail it goes out in, at each attempt the same; absent before the first
 * @param attempts how often a mail server was handed it, or was about to be
 */
public record Notification(
        String id,
        String accountId,
        long position,
        Told told,
        State state,
        Instant madeAt,
        Instant dueAt,
        Optional<String> mailId,
        int attempts) {

    /** How far it has come. */
    public enum State {
        WAITING,
        /** A mail server is handed it, or was when the process ended: nobody knows whether it took it. */
        SENDING,
        SENT,
        /** Refused for good, or given up. */
        FAILED,
        /** Not sent, for the person may not read it any more, or wants no mail. */
        DROPPED
    }
}
