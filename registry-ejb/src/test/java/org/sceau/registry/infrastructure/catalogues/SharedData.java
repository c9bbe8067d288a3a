package org.sceau.registry.infrastructure.catalogues;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data that stands outside the project. A test without it says so loudly and does not pass in silence. */
public final class SharedData {
    private SharedData() {}

    /** The file or folder of a topic; ends the test when it is not there. */
    public static Path of(String topic) {
        String configured = System.getenv("SCEAU_DATA");
        Path data = configured == null ? Path.of("..", "..", "shared", "data") : Path.of(configured);
        Path path = data.resolve(topic);
        if (!Files.exists(path)) {
            String said = "NOT RUN: no " + topic + " below SCEAU_DATA";
            System.err.println(said);
            if ("true".equals(System.getenv("SCEAU_DATA_REQUIRED"))) {
                fail(said);
            }
            assumeTrue(false, said);
        }
        return path;
    }
}
