package org.sceau.registry.infrastructure.persistence.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses every UPDATE of a row that is not open any more; PostgreSQL has the same in SQL. */
public final class DecidedStays implements Trigger {
    private static final String STATE = "STATE";

    private String table = "";
    private int state;

    @Override
    public void init(Connection connection, String schema, String trigger, String guarded, boolean before, int type)
            throws SQLException {
        table = guarded;
        try (ResultSet column = connection.getMetaData().getColumns(null, schema, guarded, STATE)) {
            if (!column.next()) {
                throw new SQLException("no column " + STATE + " in " + guarded);
            }
            state = column.getInt("ORDINAL_POSITION") - 1;
        }
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before != null && !"OPEN".equals(before[state])) {
            throw new SQLException("append-only: rewriting " + table + " is refused", "23514");
        }
    }
}
