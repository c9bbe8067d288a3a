package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one transaction write at a time where the database asks for it (ADR 0021): the embedded one saves its tables one after the other,
 * and what another thread writes or commits meanwhile may be half there after a kill. Readers never wait.
 *
 * <p>A thread takes the turn with its first write or row lock and keeps it until its transaction ended, so it can hold no row that the
 * writer before it waits for.
 */
@ApplicationScoped
public class OneWriter {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ThreadLocal<Boolean> inTransaction = ThreadLocal.withInitial(() -> false);
    private volatile boolean needed;

    /** From now on writers take turns. */
    public void require() {
        needed = true;
    }

    /** @param transaction begins a transaction on this thread and has committed it, or rolled it back, when it returns or throws */
    public <R> R inTransaction(Supplier<R> transaction) {
        inTransaction.set(true);
        try {
            return transaction.get();
        } finally {
            inTransaction.remove();
            giveBack();
        }
    }

    /** Waits for the turn, unless this thread has it. */
    void beforeWrite() {
        if (needed && !turn.isHeldByCurrentThread()) {
            turn.lock();
        }
    }

    /** Ends the turn of a statement that was its own transaction. */
    void afterWrite() {
        if (!inTransaction.get()) {
            giveBack();
        }
    }

    private void giveBack() {
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }
}
