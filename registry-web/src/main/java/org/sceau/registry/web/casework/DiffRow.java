package org.sceau.registry.web.casework;

/**
 * One thing that a visa says, before and after.
 *
 * @param now  what is in force; empty where there is no visa yet
 * @param then what is proposed
 */
public record DiffRow(String name, String now, String then) {

    public boolean changed() {
        return !now.equals(then);
    }
}
