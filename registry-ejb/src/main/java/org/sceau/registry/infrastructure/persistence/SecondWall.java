package org.sceau.registry.infrastructure.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.CannotStart;

/** Whether PostgreSQL's policies hold for the role that the registry runs as (ADR 0035). */
final class SecondWall {
    private static final String ABOVE =
            "select current_user from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)";
    private static final String OPEN = "select string_agg(distinct p.tablename, ', ') from pg_policies p"
            + " join pg_class c on c.relname = p.tablename and c.relnamespace = p.schemaname::regnamespace"
            + " where p.schemaname = current_schema() and not (c.relrowsecurity and c.relforcerowsecurity)";

    private SecondWall() {}

    /**
     * What is wrong with it; empty when it holds.
     *
     * @param connection of the role that the registry runs as, behind the migrations
     * @return {@code database-role-above-wall} for a superuser or one with {@code BYPASSRLS}, {@code database-wall-open} when somebody took the
     *     wall of a table down
     */
    static Optional<CannotStart> complaint(Connection connection) throws SQLException {
        Optional<CannotStart> above = first(connection, ABOVE)
                .map(role -> new CannotStart(
                        "database-role-above-wall",
                        "row-level security does not hold for the role " + role
                                + ", a superuser or one with BYPASSRLS; let the registry run as an ordinary role"));
        return above.isPresent()
                ? above
                : first(connection, OPEN)
                        .map(tables -> new CannotStart(
                                "database-wall-open",
                                "row-level security is switched off or not forced for " + tables
                                        + "; alter table … enable, and force, row level security"));
    }

    private static Optional<String> first(Connection connection, String query) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query);
                ResultSet row = prepared.executeQuery()) {
            @Nullable String found = row.next() ? row.getString(1) : null;
            return Optional.ofNullable(found);
        }
    }
}
