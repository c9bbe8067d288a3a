package org.sceau.registry.application.auditing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What an export says of itself, in French and English. */
final class ReadMe {
    private ReadMe() {}

    static String text() {
        try (InputStream text = Objects.requireNonNull(ReadMe.class.getResourceAsStream("export-readme.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
