package org.sceau.registry.application.leasing;

import java.time.Instant;
import java.util.List;

/**
 * Who does a kind of work now, of any number of nodes on one database. A lease that nobody renews is anybody's after its time.
 *
 * <p>Clocks of nodes may differ: a fast one takes over early. That costs work, never truth, because whoever commits under a lease renews it
 * in the same transaction.
 */
public interface Leases {

    /**
     * A claim to a kind of work.
     *
     * @param name   of the work, 1 to 60 characters
     * @param holder one start of one node, unlike any other, 1 to 60 characters
     */
    record Lease(String name, String holder) {
        public Lease {
            if (name.isBlank() || name.length() > 60 || holder.isBlank() || holder.length() > 60) {
                throw new IllegalArgumentException("names of leases and holders have 1 to 60 characters");
            }
        }
    }

    /** Takes a lease that is free, over, or the holder's own, in a transaction of the caller's; false when somebody else has it. */
    boolean take(Lease lease, Instant now, Instant until);

    /**
     * Renews a lease in the transaction of the work. Its row stays locked to the end of it, so that nobody takes over what is about to be
     * committed.
     *
     * @return false when somebody else took over: then nothing of this transaction may be committed
     */
    boolean renew(Lease lease, Instant until);

    /** Gives a lease back before its time; nothing happens when it is another's by now. */
    void release(Lease lease, Instant now);

    /**
     * A lease that somebody has.
     *
     * @param until when it is anybody's unless it is renewed
     */
    record Held(String name, String holder, Instant until) {}

    /** The leases that are held now, by name. */
    List<Held> held(Instant now);
}
