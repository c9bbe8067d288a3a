package org.sceau.registry.application.door;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the token of a machine lets in for.
 *
 * @param only  the acts; absent for all that the account may
 * @param until when it ends
 */
public record Letter(Optional<Set<Permission>> only, Instant until) {
    public Letter {
        only = only.map(Set::copyOf);
    }

    boolean letsIn(Permission permission) {
        return only.map(acts -> acts.contains(permission)).orElse(true);
    }
}
