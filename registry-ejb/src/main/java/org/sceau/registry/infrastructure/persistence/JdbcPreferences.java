package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sceau.registry.application.notifying.Manner;
import org.sceau.registry.application.notifying.Preferences;

/** What people chose as rows, replaced in place. */
@ApplicationScoped
public class JdbcPreferences implements Preferences {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcPreferences() {
        this(null);
    }

    @Inject
    public JdbcPreferences(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Preference of(String accountId) {
        return sql.one(
                        "select manner, seen_position from notification_preference where account_id = ?",
                        row -> new Preference(Manner.valueOf(row.getString("manner")), row.getLong("seen_position")),
                        accountId)
                .orElse(Preference.USUAL);
    }

    @Override
    public void put(String accountId, Preference preference) {
        sql.update("delete from notification_preference where account_id = ?", accountId);
        sql.update(
                "insert into notification_preference (account_id, manner, seen_position) values (?, ?, ?)",
                accountId,
                preference.manner().name(),
                preference.seen());
    }
}
