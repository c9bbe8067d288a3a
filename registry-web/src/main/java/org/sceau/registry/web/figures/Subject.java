package org.sceau.registry.web.figures;

import java.util.Arrays;
import java.util.Optional;
import org.sceau.registry.web.address.Addresses;

/** What a chart is about. */
enum Subject {
    GRANTED("granted"),
    STATUSES("statuses"),
    ENDING("ending"),
    DELAYS("delays"),
    DECISIONS("decisions");

    private static final String ENDING_OF_FILE = ".csv";

    private final String code;

    Subject(String code) {
        this.code = code;
    }

    /** Stable: part of an address, and of the keys of its texts. */
    String code() {
        return code;
    }

    /** The address of its file; it has no language, for every line names things in both. */
    String file() {
        return Addresses.FIGURES_FILES + code + ENDING_OF_FILE;
    }

    /** @param path below the folder of the files, starting with a slash */
    static Optional<Subject> ofFile(String path) {
        return Arrays.stream(values())
                .filter(subject -> path.equals("/" + subject.code + ENDING_OF_FILE))
                .findFirst();
    }
}
