package org.sceau.it.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of the running registry, read beside it and over its second wall. */
final class Rows {
    private static final int MOST_LOOKS = 20;

    /** The log that tells of refusals, and what the house notes of the work that goes on by itself. */
    private static final Set<String> OF_THE_HOUSE = Set.of("audit", "job_lease", "duty");

    /** When a token was last used and when a session's owner was last here: noted with each visit, whatever comes of it. */
    private static final Set<String> OF_EACH_VISIT = Set.of("api_token.last_used_at", "desk_session.last_seen_at");

    private static final int LONGEST_TOLD = 300;

    private final Estate estate;

    Rows(Estate estate) {
        this.estate = estate;
    }

    /** The rows when work that follows an act by itself has come to its end. */
    Map<String, List<String>> settled() {
        Map<String, List<String>> last = all();
        for (int look = 0; look < MOST_LOOKS; look++) {
            pause();
            Map<String, List<String>> next = all();
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

    /** What each table holds, each row as text and in the order of these. */
    private Map<String, List<String>> all() {
        Map<String, List<String>> all = new TreeMap<>();
        for (List<String> table : read("select lower(table_name) from information_schema.tables"
                + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'")) {
            String name = table.get(0);
            if (!OF_THE_HOUSE.contains(name) && !name.startsWith("flyway")) {
                all.put(
                        name,
                        read("select " + columns(name) + " from " + name).stream()
                                .map(String::valueOf)
                                .sorted()
                                .toList());
            }
        }
        return all;
    }

    /** Each row that is gone and each that came; one that was changed is told as both. */
    static List<String> changes(Map<String, List<String>> before, Map<String, List<String>> after) {
        List<String> changes = new ArrayList<>();
        Set<String> tables = new TreeSet<>(before.keySet());
        tables.addAll(after.keySet());
        tables.removeIf(table -> Objects.equals(before.get(table), after.get(table)));
        for (String table : tables) {
            List<String> gone = new ArrayList<>(before.getOrDefault(table, List.of()));
            List<String> come = new ArrayList<>(after.getOrDefault(table, List.of()));
            after.getOrDefault(table, List.of()).forEach(gone::remove);
            before.getOrDefault(table, List.of()).forEach(come::remove);
            gone.forEach(row -> changes.add("gone from " + table + ": " + start(row)));
            come.forEach(row -> changes.add("come to " + table + ": " + start(row)));
        }
        return changes;
    }

    private static String start(String row) {
        return row.substring(0, Math.min(row.length(), LONGEST_TOLD));
    }

    private String columns(String table) {
        return read("select lower(column_name) from information_schema.columns where lower(table_schema) = 'public'"
                        + " and lower(table_name) = '" + table + "' order by ordinal_position")
                .stream()
                .map(column -> column.get(0))
                .filter(column -> !OF_EACH_VISIT.contains(table + "." + column))
                .collect(Collectors.joining(", "));
    }

    List<List<String>> read(String query) {
        try (Connection connection = estate.openDatabase();
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
}
