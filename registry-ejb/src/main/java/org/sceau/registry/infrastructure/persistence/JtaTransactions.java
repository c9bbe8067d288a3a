package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;
import org.sceau.registry.application.door.Behalf;
import org.sceau.registry.application.door.Transactions;
import org.sceau.registry.domain.refusal.Refusal;

/** Transactions of the container. */
@ApplicationScoped
public class JtaTransactions implements Transactions {
    private static final int LONGEST_SECONDS = 120;

    private final UserTransaction transaction;
    private final OneWriter writer;
    private final OnBehalf onBehalf;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JtaTransactions() {
        this(null, null, null);
    }

    @Inject
    public JtaTransactions(UserTransaction transaction, OneWriter writer, OnBehalf onBehalf) {
        this.transaction = transaction;
        this.writer = writer;
        this.onBehalf = onBehalf;
    }

    @Override
    public <R> R inNew(Behalf behalf, Supplier<R> work) {
        return onBehalf.during(behalf, () -> writer.inTransaction(() -> committed(work)));
    }

    private <R> R committed(Supplier<R> work) {
        try {
            transaction.setTransactionTimeout(LONGEST_SECONDS);
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException(e);
        }
        R result;
        try {
            result = work.get();
        } catch (DatabaseFailure failure) {
            rollBack(failure);
            throw failure.isClash() ? clash() : failure;
        } catch (RuntimeException | Error failure) {
            rollBack(failure);
            throw failure;
        }
        try {
            transaction.commit();
            return result;
        } catch (RollbackException e) {
            throw isStale(e) ? clash() : new IllegalStateException(e);
        } catch (HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rollBack(Throwable failure) {
        try {
            // The embedded database saves with each rollback, also what others are about to write (ADR 0021).
            // What wrote nothing has nothing to undo: it is committed, which saves nothing.
            if (writer.wroteNothing() && transaction.getStatus() == Status.STATUS_ACTIVE) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException
                | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static boolean isStale(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException clash() {
        return Refusal.of("concurrent-change", Refusal.Kind.CONFLICT).asException();
    }
}
