package org.sceau.registry.infrastructure.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;

/** Gives the clock that every class asks for, and the legal calendar of the operator's zone. */
@ApplicationScoped
public class SystemClock {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    LegalCalendar calendar(Clock clock, Operator operator) {
        return new LegalCalendar(clock, operator.zone());
    }
}
