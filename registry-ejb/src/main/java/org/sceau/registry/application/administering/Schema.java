package org.sceau.registry.application.administering;

/** The shape of the database. */
public interface Schema {

    /** Migrates from every earlier state to this version's; does nothing when it is there already. */
    void bringUpToDate();
}
