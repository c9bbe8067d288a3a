package org.sceau.it.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sceau.it.server.Checkout;

/** What the database itself shows whom, and which questions are asked past that. */
public final class Tables {
    private static final Path FOLDER = Checkout.root().resolve("registry-it/src/test/resources/access");

    private Tables() {}

    /**
     * A table.
     *
     * @param walled whether policies keep its rows back
     * @param words  who gets one, or why everybody may
     */
    public record Table(String name, boolean walled, String words) {}

    /** A question that is asked past the wall, by class and method. */
    public record Passage(String place, String why) {}

    public static List<Table> all() {
        return lines("tables.csv").stream()
                .map(line -> line.split(",", 3))
                .map(cells -> new Table(cells[0], walled(cells[1]), cells[2]))
                .toList();
    }

    public static List<Passage> past() {
        return lines("past-the-wall.csv").stream()
                .map(line -> line.split(",", 2))
                .map(cells -> new Passage(cells[0], cells[1]))
                .toList();
    }

    private static boolean walled(String word) {
        return switch (word) {
            case "wall" -> true;
            case "open" -> false;
            default -> throw new IllegalArgumentException("neither wall nor open: " + word);
        };
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
