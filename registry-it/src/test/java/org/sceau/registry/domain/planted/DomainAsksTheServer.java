package org.sceau.registry.domain.planted;

import jakarta.inject.Inject;
import java.time.Instant;

/** Planted: a domain class that asks the container and the wall clock. */
class DomainAsksTheServer {
    @Inject
    Object anything;

    Instant now() {
        return Instant.now();
    }
}
