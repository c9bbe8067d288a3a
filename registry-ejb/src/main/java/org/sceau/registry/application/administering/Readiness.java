package org.sceau.registry.application.administering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the house has opened. Timers and announcements wait for it. */
@ApplicationScoped
public class Readiness {
    private final AtomicBoolean open = new AtomicBoolean();

    /** Called once, by whoever opened it. */
    public void opened() {
        open.set(true);
    }

    public boolean isOpen() {
        return open.get();
    }
}
