package org.sceau.registry.api.access;

import org.sceau.registry.application.door.Actor;

/** Who makes the present request. */
@FunctionalInterface
public interface CurrentActor {

    /** {@link Actor#ANONYMOUS} for a caller without account; roles as they are now, not as they were at the sign-in. */
    Actor actor();
}
