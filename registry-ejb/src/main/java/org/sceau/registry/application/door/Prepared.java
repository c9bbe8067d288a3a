package org.sceau.registry.application.door;

import java.time.Instant;

/** What an act found out before its turn at the journal came; it is found out anew where it no longer holds. */
public interface Prepared {

    /** Whether it holds at the instant of the act, which is a little later than its own. */
    boolean holdsAt(Instant now);

    /** Whether it holds although this came on record meanwhile. True only for what it surely does not rest on. */
    boolean holdsBeside(Journal.Noted entry);
}
