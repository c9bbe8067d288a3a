package org.sceau.it.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of the running registry, read beside it. */
final class Rows {
    private static final int MOST_LOOKS = 20;

    /** The log that tells of refusals, and what the house notes of the work that goes on by itself. */
    private static final Set<String> OF_THE_HOUSE = Set.of("audit", "job_lease", "duty");

    private final Engine engine;

    Rows(Engine engine) {
        this.engine = engine;
    }

    /** The digests when work that follows an act by itself has come to its end. */
    Map<String, String> settled() {
        Map<String, String> last = digests();
        for (int look = 0; look < MOST_LOOKS; look++) {
            pause();
            Map<String, String> next = digests();
            if (next.equals(last)) {
                return next;
            }
            last = next;
        }
        throw new IllegalStateException("the rows change without end");
    }

    static void pause() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For each table how many rows it has and a digest of all that they say. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        for (List<String> table : read("select lower(table_name) from information_schema.tables"
                + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'")) {
            String name = table.get(0);
            if (!OF_THE_HOUSE.contains(name) && !name.startsWith("flyway")) {
                List<String> rows = read("select " + columns(name) + " from " + name).stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList();
                digests.put(name, rows.size() + " rows " + sha256(rows.toString()));
            }
        }
        return digests;
    }

    /** When a token was last used is noted with each use, also one that comes to nothing. */
    private String columns(String table) {
        return read("select lower(column_name) from information_schema.columns where lower(table_schema) = 'public'"
                        + " and lower(table_name) = '" + table + "' order by ordinal_position")
                .stream()
                .map(column -> column.get(0))
                .filter(column -> !(table + "." + column).equals("api_token.last_used_at"))
                .collect(Collectors.joining(", "));
    }

    List<List<String>> read(String query) {
        try (Connection connection = engine.open();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<List<String>> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
