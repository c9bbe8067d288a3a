package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.leasing.Leases;

/** How far scheduled work has come, for whoever runs the registry. */
@ApplicationScoped
public class ReadScheduledWork {
    private final Door door;
    private final Progress progress;
    private final Leases leases;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadScheduledWork() {
        this(null, null, null, null);
    }

    @Inject
    public ReadScheduledWork(Door door, Progress progress, Leases leases, Clock clock) {
        this.door = door;
        this.progress = progress;
        this.leases = leases;
        this.clock = clock;
    }

    /** Each duty that has run; none before the first look. */
    public List<Progress.State> all(Actor actor) {
        return door.prepare(actor, Permission.READ_SCHEDULED_WORK, "scheduled-work", progress::all);
    }

    /** Which node does which kind of work right now; most often none does. */
    public List<Leases.Held> held(Actor actor) {
        return door.prepare(
                actor, Permission.READ_SCHEDULED_WORK, "scheduled-work", () -> leases.held(clock.instant()));
    }
}
