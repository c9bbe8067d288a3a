package org.sceau.registry.application.door;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Append-only record of accepted acts, written on the transaction of the act. */
public interface Journal {

    /**
     * Opens the journal for this transaction: takes the counter's lock, so that positions follow the order of commits.
     *
     * @param clock asked for the instant of the act once the lock is there: the record's instants follow the order of commits too
     */
    Pen open(Actor actor, Supplier<Instant> clock);

    /** Entries from a position on to before another. */
    List<Noted> between(long first, long end);

    /** What announces an entry. */
    record Noted(String kind, String detail) {}

    /** Writes the entries of one transaction. */
    interface Pen extends AutoCloseable {

        /** The instant of the act. */
        Instant at();

        /** How many entries the journal had when it was opened. */
        long first();

        /** @return the position that the entry has once the transaction commits */
        long write(Entry entry);

        /** Entries written so far in this transaction. */
        List<Long> positions();

        /** Sends what was written to the database; called once, before the commit. */
        void send();

        /** Forgets what was not sent. */
        @Override
        void close();
    }
}
