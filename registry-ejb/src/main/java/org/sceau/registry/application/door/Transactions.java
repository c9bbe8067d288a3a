package org.sceau.registry.application.door;

import java.util.function.Supplier;
import org.sceau.registry.domain.refusal.Refused;

/** Runs work in one new transaction. Implemented where the database is; used by the door alone. */
public interface Transactions {

    /**
     * Commits when {@code work} returns, rolls back when it throws.
     *
     * @throws Refused with {@code concurrent-change} when somebody else changed the same rows first
     */
    <R> R inNew(Supplier<R> work);
}
