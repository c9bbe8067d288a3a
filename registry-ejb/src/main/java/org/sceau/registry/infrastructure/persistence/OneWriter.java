package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.sceau.registry.application.administering.Writers;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * Lets one transaction write at a time where the database asks for it (ADR 0021): the embedded one saves its tables one after the other,
 * and what another thread writes or commits meanwhile may be half there after a kill. Readers never wait.
 *
 * <p>A thread takes the turn with its first write or row lock and keeps it until its transaction ended, so it can hold no row that the
 * writer before it waits for.
 */
@ApplicationScoped
public class OneWriter implements Writers {
    /** As long as a row lock is waited for; a writer that hangs must not hang all others. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ThreadLocal<Boolean> inTransaction = ThreadLocal.withInitial(() -> false);
    private volatile boolean needed;
    private final AtomicLong ended = new AtomicLong();

    /** Turns that had ended when somebody began to wait in vain, the last time. */
    private final AtomicLong vain = new AtomicLong(-1);

    public OneWriter() {
        this(PATIENCE);
    }

    /** @param patience how long a turn is waited for */
    public OneWriter(Duration patience) {
        this.patience = patience;
    }

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

    /**
     * Waits for the turn, unless this thread has it.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when it does not come in time
     */
    void beforeWrite() {
        if (needed && !turn.isHeldByCurrentThread() && !comes()) {
            throw Refusal.of("concurrent-change", Refusal.Kind.CONFLICT).asException();
        }
    }

    /** Whether turns are taken and this thread has none: its transaction wrote nothing so far. */
    boolean wroteNothing() {
        return needed && !turn.isHeldByCurrentThread();
    }

    @Override
    public boolean areStuck() {
        return vain.get() == ended.get();
    }

    private boolean comes() {
        try {
            long before = ended.get();
            boolean came = turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!came) {
                vain.set(before);
            }
            return came;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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
            ended.incrementAndGet();
            turn.unlock();
        }
    }
}
