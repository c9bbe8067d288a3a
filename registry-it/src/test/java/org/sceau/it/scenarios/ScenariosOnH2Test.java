package org.sceau.it.scenarios;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.LegalGrounds;

/** The acceptance scenarios through the use cases, each on an empty registry with the embedded database. */
class ScenariosOnH2Test extends LongScenarios {
    @TempDir
    Path home;

    private House house;
    private Registry registry;

    @BeforeEach
    void open() {
        house = House.on(Database.H2, home);
        house.clock.set("2025-02-15T08:00:00Z");
        registry = new ThroughUseCases(house);
    }

    @AfterEach
    void whatever_was_done_says_on_which_row_of_its_scheme() {
        house.work.look();
        LegalGrounds.requireIn(house);
    }

    @Override
    Registry registry() {
        return registry;
    }
}
