package org.sceau.registry.application.notifying;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.Readiness;
import org.sceau.registry.application.administering.Settings;

/** Wakes the telling of people once the house is open, as often as scheduled work; apart from it, for a mail server may be slow. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailWakes {
    private static final Logger LOG = Logger.getLogger(MailWakes.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    NotifyPeople notifying;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Readiness readiness;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Settings settings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    private final AtomicBoolean working = new AtomicBoolean();
    private volatile Instant lookedAt = Instant.EPOCH;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        Instant now = clock.instant();
        if (!readiness.isOpen()
                || lookedAt.plus(settings.lookEvery()).isAfter(now)
                || !working.compareAndSet(false, true)) {
            return;
        }
        try {
            lookedAt = now;
            notifying.look();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "telling people failed; it is tried again", e);
        } finally {
            working.set(false);
        }
    }
}
