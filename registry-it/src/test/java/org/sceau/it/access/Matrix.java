package org.sceau.it.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The expectation: for every method of the REST interface, who is answered how. Its file says in its head how it is read. */
final class Matrix {
    static final String FILE = "/access/matrix.csv";
    private static final int BEFORE_PRINCIPALS = 4;

    private Matrix() {}

    /**
     * A method.
     *
     * @param route    such as {@code GET /api/v1/dossiers/{id}}
     * @param object   what its path is about; {@code -} for nothing of its own
     * @param letIn    what whoever is let in may be answered, each a status with the code of a problem where there is one
     * @param notThere what whoever must not learn of the object is answered
     * @param cells    a letter for each {@link Whose} that the object may be, in their order
     */
    record Row(String route, String object, Set<String> letIn, Set<String> notThere, Map<Principal, String> cells) {
        List<Whose> kinds() {
            Set<Whose> there = Objects.requireNonNull(Things.KINDS.get(object), () -> "no such object: " + object);
            return Arrays.stream(Whose.values()).filter(there::contains).toList();
        }

        Letter expected(Principal who, Whose whose) {
            String cell = Objects.requireNonNull(cells.get(who));
            return Letter.of(cell.charAt(cell.length() == 1 ? 0 : kinds().indexOf(whose)));
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> lines = lines(FILE);
        if (!fields(lines.get(0)).equals(head())) {
            throw new IllegalStateException("the head of " + FILE + " is not " + head());
        }
        for (String line : lines.subList(1, lines.size())) {
            Row row = row(fields(line));
            if (!seen.add(row.route())) {
                throw new IllegalStateException("twice in " + FILE + ": " + row.route());
            }
            rows.add(row);
        }
        return rows;
    }

    static List<String> head() {
        List<String> head = new ArrayList<>(List.of("method", "about", "let in", "not there"));
        head.addAll(Principal.columns());
        return head;
    }

    private static Row row(List<String> fields) {
        if (fields.size() != BEFORE_PRINCIPALS + Principal.values().length) {
            throw new IllegalStateException("a column is missing or too many: " + fields);
        }
        Map<Principal, String> cells = new EnumMap<>(Principal.class);
        for (Principal who : Principal.values()) {
            cells.put(who, fields.get(BEFORE_PRINCIPALS + who.ordinal()));
        }
        return new Row(fields.get(0), fields.get(1), answers(fields.get(2)), answers(fields.get(3)), cells);
    }

    private static Set<String> answers(String field) {
        Set<String> answers = new TreeSet<>();
        Arrays.stream(field.split("\\|"))
                .map(String::strip)
                .filter(answer -> !answer.isEmpty() && !answer.equals("-"))
                .forEach(answers::add);
        return answers;
    }

    /** The lines of a file beside the tests that are neither empty nor a remark. */
    static List<String> lines(String file) {
        try (InputStream source = Objects.requireNonNull(Matrix.class.getResourceAsStream(file), file)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> fields(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
