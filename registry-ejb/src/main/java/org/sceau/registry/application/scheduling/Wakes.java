package org.sceau.registry.application.scheduling;

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
import org.sceau.registry.application.importing.ImportCatalogue;

/** Wakes scheduled work: as soon as the house is open, then each minute or as the operator says; not while an import records here, which it would slow. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Wakes {
    private static final Logger LOG = Logger.getLogger(Wakes.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    ScheduledWork work;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportCatalogue imports;

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
                || imports.isRecording()
                || !working.compareAndSet(false, true)) {
            return;
        }
        try {
            lookedAt = now;
            work.look();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "scheduled work failed; it is tried again", e);
        } finally {
            working.set(false);
        }
    }
}
