package org.sceau.registry.infrastructure.persistence.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses every UPDATE and DELETE on the table it guards; PostgreSQL has the same in SQL. */
public final class AppendOnly implements Trigger {
    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String guarded, boolean before, int type) {
        table = guarded;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("append-only: rewriting " + table + " is refused", "23514");
    }
}
