package org.sceau.it.scenarios;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;

/** The acceptance scenarios through the use cases, each on an empty registry with PostgreSQL. */
class ScenariosOnPostgresqlTest extends LongScenarios {
    @TempDir
    Path home;

    private Registry registry;

    @BeforeEach
    void open() {
        House house = House.on(Database.POSTGRESQL, home);
        house.clock.set("2025-02-15T08:00:00Z");
        registry = new ThroughUseCases(house);
    }

    @Override
    Registry registry() {
        return registry;
    }
}
