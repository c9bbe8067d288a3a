package org.sceau.benchmarks.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.importing.MatchingKeys;
import org.sceau.registry.domain.visa.Visa;

/**
 * Raw JDBC that writes what an approval writes: the recorded inserts, updates, deletes and locking selects in their order, with ids,
 * positions and numbers of its own, from statements prepared once a connection, in one commit. It reads nothing else, checks nothing,
 * serialises nothing and hashes nothing.
 */
final class Peer {
    private final List<Step> steps;
    private final List<Recording.Sent> left;
    private final KeptConnections connections;
    private final Map<Connection, List<PreparedStatement>> prepared = new ConcurrentHashMap<>();

    private Peer(List<Step> steps, List<Recording.Sent> left, KeptConnections connections) {
        this.steps = steps;
        this.left = left;
        this.connections = connections;
    }

    /** What is new in each replay. */
    private record Fresh(Case matter, String visa, long[] position, long[] number) {}

    /** A value of a replay. */
    private interface Slot {
        @Nullable
        Object value(Fresh fresh);
    }

    private record Step(Recording.Sent sent, List<List<Slot>> rows) {
        boolean isPosition() {
            return sent.text().contains("journal_counter");
        }
    }

    /**
     * A peer that replays one approval.
     *
     * @param sent    what it sent
     * @param matter  what was approved
     * @param visa    what came of it
     * @param before  first position the approval took
     * @param entries how many it took
     * @param number  its number in the series of its visa
     */
    static Peer of(
            List<Recording.Sent> sent,
            Case matter,
            Visa visa,
            long before,
            long entries,
            long number,
            KeptConnections connections) {
        String reference = visa.facts().reference().text();
        String digits = Long.toString(number);
        String key = MatchingKeys.referenceKey(visa.facts());
        Map<String, Slot> marks = new HashMap<>();
        marks.put(matter.dossier().toString(), fresh -> fresh.matter().dossier().toString());
        marks.put(
                matter.proposal().toString(), fresh -> fresh.matter().proposal().toString());
        marks.put(matter.number(), fresh -> fresh.matter().number());
        marks.put(matter.digest(), fresh -> fresh.matter().digest());
        marks.put(visa.id().toString(), Fresh::visa);
        // A slug may be the reference itself.
        marks.put(reference, numbered(reference, digits));
        marks.put(visa.slug().value(), numbered(visa.slug().value(), digits));
        marks.put(key, numbered(key, digits));
        Pattern any = Pattern.compile(String.join(
                "|",
                marks.keySet().stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(Pattern::quote)
                        .toList()));
        List<Step> steps = new ArrayList<>();
        List<Recording.Sent> left = new ArrayList<>();
        for (Recording.Sent one : sent) {
            if (one.isWriteOrLock()) {
                boolean series = one.text().contains("number_series");
                steps.add(new Step(
                        one,
                        one.rows().stream()
                                .map(row -> row.stream()
                                        .map(value -> slot(value, series, before, entries, any, marks))
                                        .toList())
                                .toList()));
            } else {
                left.add(one);
            }
        }
        return new Peer(steps, left, connections);
    }

    KeptConnections connections() {
        return connections;
    }

    /** What it sends, in order. */
    List<Recording.Sent> sends() {
        return steps.stream().map(Step::sent).toList();
    }

    /** What an approval sends besides: its reads. */
    List<Recording.Sent> leavesOut() {
        return left;
    }

    private static Slot slot(
            @Nullable Object value, boolean series, long before, long entries, Pattern any, Map<String, Slot> marks) {
        if (value instanceof Long && series) {
            return fresh -> fresh.number()[0];
        }
        if (value instanceof Long position && position >= before && position <= before + entries) {
            long offset = position - before;
            return fresh -> fresh.position()[0] + offset;
        }
        return value instanceof String text ? text(text, any, marks) : fresh -> value;
    }

    private static Slot numbered(String recorded, String digits) {
        int cut = recorded.lastIndexOf(digits);
        if (cut < 0) {
            throw new IllegalStateException("no number " + digits + " in " + recorded);
        }
        String head = recorded.substring(0, cut).replaceAll("0+$", "");
        String tail = recorded.substring(cut + digits.length());
        int width = cut + digits.length() - head.length();
        return fresh -> {
            String number = Long.toString(fresh.number()[0]);
            return head + "0".repeat(Math.max(0, width - number.length())) + number + tail;
        };
    }

    /** The text with every mark in it exchanged. */
    private static Slot text(String text, Pattern any, Map<String, Slot> marks) {
        List<Slot> parts = new ArrayList<>();
        Matcher found = any.matcher(text);
        int from = 0;
        while (found.find()) {
            String constant = text.substring(from, found.start());
            parts.add(fresh -> constant);
            parts.add(marks.get(found.group()));
            from = found.end();
        }
        String rest = text.substring(from);
        if (parts.isEmpty()) {
            return fresh -> rest;
        }
        return fresh -> {
            StringBuilder whole = new StringBuilder(text.length() + 16);
            parts.forEach(part -> whole.append(part.value(fresh)));
            return whole.append(rest).toString();
        };
    }

    /** Writes what the approval of this case would write, and commits. */
    void decide(Case matter) {
        Fresh fresh = new Fresh(matter, UUID.randomUUID().toString(), new long[1], new long[1]);
        try {
            Connection connection = connections.open();
            List<PreparedStatement> statements = prepared.computeIfAbsent(connection, this::prepare);
            for (int i = 0; i < steps.size(); i++) {
                send(steps.get(i), statements.get(i), fresh);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<PreparedStatement> prepare(Connection connection) {
        try {
            connection.setAutoCommit(false);
            List<PreparedStatement> statements = new ArrayList<>();
            for (Step step : steps) {
                statements.add(connection.prepareStatement(step.sent().text()));
            }
            return statements;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Step step, PreparedStatement statement, Fresh fresh) throws SQLException {
        for (List<Slot> row : step.rows()) {
            for (int i = 0; i < row.size(); i++) {
                statement.setObject(i + 1, row.get(i).value(fresh));
            }
            if (step.sent().how() == Recording.How.BATCH) {
                statement.addBatch();
            }
        }
        switch (step.sent().how()) {
            case BATCH -> statement.executeBatch();
            case UPDATE -> {
                int changed = statement.executeUpdate();
                if (step.sent().text().startsWith("update") && changed != 1) {
                    throw new IllegalStateException(
                            changed + " rows: " + step.sent().text());
                }
            }
            case QUERY -> {
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("no row: " + step.sent().text());
                    }
                    if (step.isPosition()) {
                        fresh.position()[0] = row.getLong(1);
                    } else {
                        fresh.number()[0] = row.getLong(1) + 1;
                    }
                }
            }
        }
    }
}
