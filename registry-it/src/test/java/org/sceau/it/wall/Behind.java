package org.sceau.it.wall;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;

/** Raw statements in one transaction of the registry's own role, that tells the database for whom it asks; or tells it nothing. */
final class Behind implements AutoCloseable {
    private final Connection connection;

    private Behind(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    static Behind nothingSaid(ThreadDataSource database) throws SQLException {
        return new Behind(database.getConnection());
    }

    /** What the door says for somebody, written down a second time. */
    static Behind of(ThreadDataSource database, Actor actor) throws SQLException {
        Behind behind = nothingSaid(database);
        behind.say("account", actor.name());
        behind.say("organisation", actor.organisation());
        var handled = actor.book().scopeOf(Role.HANDLERS);
        behind.say(
                "handles",
                handled.all()
                        ? "*"
                        : handled.named().stream().map(SchemeId::value).collect(Collectors.joining(" ")));
        return behind;
    }

    static Behind house(ThreadDataSource database) throws SQLException {
        Behind behind = nothingSaid(database);
        behind.say("house", "on");
        return behind;
    }

    private void say(String what, String value) throws SQLException {
        try (PreparedStatement said = connection.prepareStatement("select set_config(?, ?, true)")) {
            said.setString(1, "sceau." + what);
            said.setString(2, value);
            said.execute();
        }
    }

    long count(String table) throws SQLException {
        return number("select count(*) from " + table);
    }

    long number(String query) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(query);
                ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    List<String> texts(String query) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(query);
                ResultSet rows = asked.executeQuery()) {
            List<String> found = new java.util.ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** How many rows a statement met. Nothing of it stays. */
    int change(String statement) throws SQLException {
        var before = connection.setSavepoint();
        try (PreparedStatement changed = connection.prepareStatement(statement)) {
            return changed.executeUpdate();
        } finally {
            connection.rollback(before);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollBack() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
