package org.sceau.registry.application.door;

import java.util.Set;
import org.sceau.registry.domain.party.Role;

/**
 * Who asks.
 *
 * @param name         account name; {@code anonymous} without one, {@code system} for the house itself
 * @param organisation for whom
 * @param roles        what this actor may act as
 */
public record Actor(String name, String organisation, Set<Role> roles) {
    /** Somebody who did not sign in. */
    public static final Actor ANONYMOUS = new Actor("anonymous", "-", Set.of());
    /** The house itself: timers, the first start. */
    public static final Actor SYSTEM = new Actor("system", "-", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean isSignedIn() {
        return !equals(ANONYMOUS);
    }
}
