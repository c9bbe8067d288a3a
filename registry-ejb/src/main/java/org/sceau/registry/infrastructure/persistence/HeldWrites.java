package org.sceau.registry.infrastructure.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes of one transaction that wait to be sent together, in their order. On a database across the network most of the time of a short
 * transaction is spent on the way; statements that are sent as one travel once.
 */
final class HeldWrites {
    /** Statements sent as one; a batch of rows may be larger. */
    private static final int MOST = 64;

    private final List<Write> writes = new ArrayList<>();

    /** @param one whether it meets one row, or came too late */
    private record Write(String statement, @Nullable Object[] values, boolean one) {}

    void add(String statement, @Nullable Object[] values, boolean one) {
        writes.add(new Write(statement, values, one));
    }

    /** Whether a question may be about what waits: it names a table that is written. */
    boolean mayAnswer(String question) {
        return writes.stream().anyMatch(write -> question.contains(table(write.statement())));
    }

    /** {@code insert into x}, {@code update x}, {@code delete from x}. */
    private static String table(String statement) {
        String[] words = statement.split(" ", 4);
        return words[0].equals("update") ? words[1] : words[2];
    }

    boolean areMany() {
        return writes.size() >= MOST;
    }

    boolean areNone() {
        return writes.isEmpty();
    }

    /**
     * Sends them and forgets them.
     *
     * @param joined whether this database takes several statements as one text
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change}
     */
    void send(Connection connection, boolean joined) throws SQLException {
        List<Write> sent = List.copyOf(writes);
        writes.clear();
        if (joined) {
            sendAsOne(connection, sent);
        } else {
            for (Write write : sent) {
                sendAsOne(connection, List.of(write));
            }
        }
    }

    private static void sendAsOne(Connection connection, List<Write> writes) throws SQLException {
        String text = String.join(";\n", writes.stream().map(Write::statement).toList());
        try (PreparedStatement prepared = connection.prepareStatement(text)) {
            int parameter = 1;
            for (Write write : writes) {
                parameter = Sql.bind(prepared, parameter, write.values());
            }
            prepared.execute();
            for (Write write : writes) {
                if (write.one()) {
                    Stale.requireOne(prepared.getUpdateCount());
                }
                prepared.getMoreResults();
            }
        }
    }
}
