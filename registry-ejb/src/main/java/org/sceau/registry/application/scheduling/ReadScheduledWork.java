package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;

/** How far scheduled work has come, for whoever runs the registry. */
@ApplicationScoped
public class ReadScheduledWork {
    private final Door door;
    private final Progress progress;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadScheduledWork() {
        this(null, null);
    }

    @Inject
    public ReadScheduledWork(Door door, Progress progress) {
        this.door = door;
        this.progress = progress;
    }

    /** Each duty that has run; none before the first look. */
    public List<Progress.State> all(Actor actor) {
        return door.prepare(actor, Permission.READ_SCHEDULED_WORK, "scheduled-work", progress::all);
    }
}
