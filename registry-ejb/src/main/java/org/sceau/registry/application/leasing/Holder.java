package org.sceau.registry.application.leasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sceau.registry.application.administering.Settings;

/** Who holds leases here: one start of one node. A node that starts again is another holder, even under a name that two nodes share. */
@ApplicationScoped
public class Holder {
    /** Holds nothing. */
    public static final Holder NOBODY = new Holder();

    private static final int LONGEST_NODE = 23;

    private final String name;

    /** For the container's proxy. */
    protected Holder() {
        this.name = "nobody";
    }

    @Inject
    public Holder(Settings settings) {
        String node = settings.node();
        String cut = node.length() > LONGEST_NODE ? node.substring(0, LONGEST_NODE) : node;
        this.name = cut + "/" + UUID.randomUUID();
    }

    public String name() {
        return name;
    }
}
