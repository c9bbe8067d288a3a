package org.sceau.registry.infrastructure.persistence.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses every DELETE on the table it guards but that of a dossier with an erasure order; PostgreSQL has the same in SQL. */
public final class ErasedByOrder implements Trigger {
    /** The column that the question is about, and a question that has a row when the deletion was ordered. */
    private record Guard(int column, String question) {}

    private static final String ORDER = "select 1 from erasure_order o ";
    private static final String TOLD =
            "select 1 from erasure_order o left join proposal p on p.dossier_id = o.dossier_id"
                    + " where cast(? as char(36)) in (o.dossier_id, p.id)";
    private static final Guard ANY_PLAINTEXT = new Guard(
            0,
            "select 1 from outbox b left join proposal p on p.id = b.detail left join erasure_order o"
                    + " on o.dossier_id = b.detail or o.dossier_id = p.dossier_id where b.position = ?"
                    // Only what entries of dossiers and proposals hide; the outbox names what each is about.
                    + " and (b.topic <> 'DOSSIER' or o.dossier_id is not null)");
    private static final Map<String, Guard> GUARDS = Map.of(
            "dossier_version", new Guard(0, ORDER + "where o.dossier_id = ?"),
            "dossier", new Guard(0, ORDER + "where o.dossier_id = ?"),
            "proposal", new Guard(5, ORDER + "where o.dossier_id = ?"),
            "proposal_version", new Guard(0, ORDER + "join proposal p on p.dossier_id = o.dossier_id where p.id = ?"),
            "journal_secret", ANY_PLAINTEXT,
            "notice", new Guard(4, TOLD),
            "task", new Guard(4, TOLD));

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String guarded, boolean before, int type) {
        table = guarded.toLowerCase(Locale.ROOT);
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        @Nullable Guard guard = GUARDS.get(table);
        if (guard == null || before == null || !isOrdered(connection, guard, before[guard.column])) {
            throw new SQLException(
                    "append-only: deleting from " + table + " without an erasure order is refused", "23514");
        }
    }

    private static boolean isOrdered(Connection connection, Guard guard, @Nullable Object value) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(guard.question)) {
            question.setObject(1, value);
            try (ResultSet rows = question.executeQuery()) {
                return rows.next();
            }
        }
    }
}
