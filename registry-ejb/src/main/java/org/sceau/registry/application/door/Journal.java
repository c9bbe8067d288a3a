package org.sceau.registry.application.door;

import java.time.Instant;
import java.util.List;

/** Append-only record of accepted acts, written on the transaction of the act. */
public interface Journal {

    /** Opens the journal for this transaction: takes the counter's lock, so that positions follow the order of commits. */
    Pen open(Actor actor, Instant at);

    /** Writes the entries of one transaction. */
    interface Pen {

        /** @return the position that the entry has once the transaction commits */
        long write(Entry entry);

        /** Entries written so far in this transaction. */
        List<Long> positions();

        /** Sends what was written to the database; called once, before the commit. */
        void close();
    }
}
