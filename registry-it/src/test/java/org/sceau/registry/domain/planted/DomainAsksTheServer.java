package org.sceau.registry.domain.planted;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/** Planted: a domain class that asks the container and, in every way there is, the wall clock. */
class DomainAsksTheServer {
    @Inject
    Object anything;

    Supplier<LocalTime> later = LocalTime::now;

    List<Object> now() {
        return List.of(
                Instant.now(),
                LocalDate.now(ZoneOffset.UTC),
                Year.now(ZoneOffset.UTC),
                Clock.system(ZoneOffset.UTC),
                Clock.tickSeconds(ZoneOffset.UTC),
                System.currentTimeMillis(),
                new Date());
    }
}
