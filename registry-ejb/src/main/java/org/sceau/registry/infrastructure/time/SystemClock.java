package org.sceau.registry.infrastructure.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Settings;

/**
 * Gives the clock that every class asks for, and the legal calendar of the operator's zone. It ticks in milliseconds, as the database keeps
 * instants: what was told at once and what is read again are the same.
 */
@ApplicationScoped
public class SystemClock {
    private static final Clock MILLISECONDS = Clock.tickMillis(ZoneOffset.UTC);
    private static final Logger LOG = Logger.getLogger(SystemClock.class.getName());

    @Produces
    @Singleton
    Clock clock(Settings settings) {
        return settings.rehearsal().map(file -> rehearsal(settings, file)).orElse(MILLISECONDS);
    }

    @Produces
    LegalCalendar calendar(Clock clock, Operator operator) {
        return new LegalCalendar(clock, operator.zone());
    }

    /** What is recorded in production is recorded at the time it is. */
    private static Clock rehearsal(Settings settings, Path file) {
        if (!settings.isDemo()) {
            throw new CannotStart("rehearsal-clock", "SCEAU_REHEARSAL_CLOCK is for demo mode alone");
        }
        Clock clock = new RehearsalClock(file, MILLISECONDS);
        LOG.warning(() -> "this is a rehearsal: the clock says " + clock.instant());
        return clock;
    }
}
