package org.sceau.it.house;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real data that nobody here wrote: {@code SCEAU_DATA}, {@code ../shared/data} beside the checkout by default. */
public final class RealData {
    private RealData() {}

    /**
     * A file of the real data. Where the data is absent the test says loudly that it did not run, and fails when
     * {@code SCEAU_DATA_REQUIRED=true}.
     */
    public static Path file(String name) {
        String configured = System.getenv("SCEAU_DATA");
        Path folder = configured == null || configured.isBlank()
                ? Path.of("..", "..", "shared", "data")
                : Path.of(configured);
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            String word = "REAL DATA MISSING: " + file.toAbsolutePath().normalize() + " (set SCEAU_DATA)";
            if ("true".equals(System.getenv("SCEAU_DATA_REQUIRED"))) {
                fail(word);
            }
            System.err.println("!! " + word + ": this test did not run");
            Assumptions.abort(word);
        }
        return file;
    }
}
