package org.sceau.registry.application.identifying;

import java.time.Instant;
import java.util.Optional;

/** Up to when the sessions of accounts are over. */
public interface SignOuts {

    /** Sessions that began before are over; absent where none ever was ended so. */
    Optional<Instant> beganBefore(String accountId);

    /** Ends every session that began before, in the caller's transaction. */
    void end(String accountId, Instant beganBefore);
}
