package org.sceau.it.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.sceau.it.server.Checkout;
import org.sceau.it.server.RunningRegistry;

/** The acceptance scenarios over the network, on a demonstration whose clock follows them. */
class ScenariosThroughRestIT extends AcceptanceScenarios {
    private static Registry registry;

    @BeforeAll
    static void start() {
        Path now = Checkout.target().resolve("homes/of-rehearsal/now");
        try {
            Files.createDirectories(now.getParent());
            Files.writeString(now, "2025-02-15T08:00:00Z");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        registry = new ThroughRest(
                RunningRegistry.named("rehearsal", Map.of("SCEAU_REHEARSAL_CLOCK", now.toString())), now);
    }

    @Override
    Registry registry() {
        return registry;
    }
}
