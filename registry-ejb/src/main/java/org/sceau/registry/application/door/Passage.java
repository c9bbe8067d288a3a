package org.sceau.registry.application.door;

import java.time.Instant;
import org.sceau.registry.domain.refusal.Refused;

/** What an act may do while it is inside: know who asks and when, and put entries on record. */
public interface Passage {

    Actor actor();

    /** The one instant of this act. */
    Instant now();

    /**
     * Puts an entry on record in this transaction.
     *
     * @return its position, final once the transaction commits
     * @throws Refused with {@code ledger-entry-too-large} beyond 16 KiB
     */
    long record(Entry entry);
}
