package org.sceau.registry.infrastructure.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One statement, sent in one text with what has to be said of whom it is for. */
final class Asking implements AutoCloseable {
    private final OnBehalf behalf;
    private final OnBehalf.Speech speech;
    private final PreparedStatement prepared;

    private Asking(OnBehalf behalf, OnBehalf.Speech speech, PreparedStatement prepared) {
        this.behalf = behalf;
        this.speech = speech;
        this.prepared = prepared;
    }

    static Asking of(
            Connection connection,
            OnBehalf behalf,
            OnBehalf.Speech speech,
            String statement,
            @Nullable Object... values)
            throws SQLException {
        String text = speech.isNone() ? statement : text(speech, statement);
        Asking asking = new Asking(behalf, speech, connection.prepareStatement(text));
        try {
            int first = Sql.bind(asking.prepared, 1, speech.values().toArray());
            Sql.bind(asking.prepared, first, values);
            return asking;
        } catch (SQLException | RuntimeException e) {
            asking.close();
            throw e;
        }
    }

    /** Says it alone, before statements that cannot travel with it. */
    static void tell(Connection connection, OnBehalf behalf, OnBehalf.Speech speech) throws SQLException {
        if (!speech.isNone()) {
            behalf.saidAlone();
            send(connection, speech.before(), speech.values());
        }
    }

    /** Says what ends it, behind such statements. */
    static void end(Connection connection, OnBehalf.Speech speech) throws SQLException {
        if (!speech.after().isEmpty()) {
            send(connection, speech.after(), List.of());
        }
    }

    private static void send(Connection connection, List<String> statements, List<Object> values) throws SQLException {
        try (PreparedStatement alone = connection.prepareStatement(String.join(";\n", statements))) {
            Sql.bind(alone, 1, values.toArray());
            alone.execute();
        }
    }

    private static String text(OnBehalf.Speech speech, String statement) {
        return Stream.of(speech.before(), List.of(statement), speech.after())
                .flatMap(List::stream)
                .reduce((one, next) -> one + ";\n" + next)
                .orElseThrow();
    }

    /** The rows it finds. */
    ResultSet rows() throws SQLException {
        if (speech.isNone()) {
            return prepared.executeQuery();
        }
        execute();
        return prepared.getResultSet();
    }

    /** How many rows it met. */
    int met() throws SQLException {
        if (speech.isNone()) {
            return prepared.executeUpdate();
        }
        execute();
        return prepared.getUpdateCount();
    }

    private void execute() throws SQLException {
        prepared.execute();
        behalf.said();
        for (int i = 0; i < speech.before().size(); i++) {
            prepared.getMoreResults();
        }
    }

    @Override
    public void close() throws SQLException {
        prepared.close();
    }
}
