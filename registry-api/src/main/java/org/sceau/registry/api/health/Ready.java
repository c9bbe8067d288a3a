package org.sceau.registry.api.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.sceau.registry.application.administering.Condition;

/** Answers {@code /health/ready} with the truth and without details: what is wrong stands in the log. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(Ready.class.getName());

    private final Condition condition;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Ready() {
        this(null);
    }

    @Inject
    public Ready(Condition condition) {
        this.condition = condition;
    }

    @Override
    public HealthCheckResponse call() {
        var complaints = condition.complaints();
        if (!complaints.isEmpty()) {
            LOG.log(Level.WARNING, "not ready: {0}", complaints);
        }
        return HealthCheckResponse.named("registry")
                .status(complaints.isEmpty())
                .build();
    }
}
