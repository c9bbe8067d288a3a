package org.sceau.registry.application.administering;

/** How those who write to the database are doing. */
public interface Writers {

    /** Whether somebody waited for their turn to write as long as one waits, in vain, and no turn has ended since. */
    boolean areStuck();
}
