package org.sceau.registry.application.notifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.sceau.registry.application.administering.LegalCalendar;

/** When a mail is due, as each person chose. */
@ApplicationScoped
public class Digests {
    private final MailSettings settings;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Digests() {
        this(null, null);
    }

    @Inject
    public Digests(MailSettings settings, LegalCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    /** The instant itself for whoever is told at once; else the next one at which the daily mail is due, after it. */
    Instant due(Manner manner, Instant now) {
        if (manner != Manner.DAILY) {
            return now;
        }
        LocalDate today = calendar.dayOf(now);
        Instant hour = on(today);
        return hour.isAfter(now) ? hour : on(today.plusDays(1));
    }

    /** An hour that a change of the clock leaves out is the one after it. */
    private Instant on(LocalDate day) {
        return ZonedDateTime.of(day.atTime(settings.digestHour(), 0), calendar.zone())
                .toInstant();
    }
}
