package org.sceau.registry.application.door;

import java.util.function.Supplier;
import org.sceau.registry.domain.refusal.Refused;

/** Runs work in one new transaction. Implemented where the database is; used by the door alone. */
public interface Transactions {

    /**
     * Commits when {@code work} returns, rolls back when it throws.
     *
     * @param behalf who sees what of the database
     * @throws Refused with {@code concurrent-change} when somebody else changed the same rows first
     */
    <R> R inNew(Behalf behalf, Supplier<R> work);
}
