package org.sceau.registry.domain.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a random walk counted, kept beside the reports of its module: {@code ./verify} ends with it. */
public final class Counted {
    private static final Path FOLDER = Path.of("target", "walks");

    private Counted() {}

    /** One line of a walk; replaces the one that it left before. */
    public static void on(Class<?> walk, String format, Object... counts) {
        String line = "%s: %s%n".formatted(walk.getSimpleName(), format.formatted(counts));
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(walk.getSimpleName() + ".txt"), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
