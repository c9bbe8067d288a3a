package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.identifying.Sessions;

/** Sessions as rows. */
@ApplicationScoped
public class JdbcSessions implements Sessions {
    private static final String COLUMNS =
            "select id, account_id, began_at, last_seen_at, factor_at, browser, ended from desk_session ";

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcSessions() {
        this(null);
    }

    @Inject
    public JdbcSessions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void begin(Session session, Instant forgetBefore) {
        sql.update("delete from desk_session where account_id = ? and began_at < ?", session.accountId(), forgetBefore);
        sql.update(
                "insert into desk_session (id, account_id, began_at, last_seen_at, browser, ended)"
                        + " values (?, ?, ?, ?, ?, false)",
                session.id(),
                session.accountId(),
                session.began(),
                session.lastSeen(),
                session.browser());
    }

    @Override
    public Optional<Session> find(String id) {
        return sql.one(COLUMNS + "where id = ?", JdbcSessions::session, id);
    }

    @Override
    public List<Session> of(String accountId) {
        return sql.list(
                COLUMNS + "where account_id = ? and ended = false order by began_at desc, id fetch first 200 rows only",
                JdbcSessions::session,
                accountId);
    }

    @Override
    public void seen(String id, Instant at) {
        sql.update("update desk_session set last_seen_at = ? where id = ?", at, id);
    }

    @Override
    public void factorShown(String id, Instant at) {
        sql.update("update desk_session set factor_at = ? where id = ?", at, id);
    }

    @Override
    public void end(String id) {
        sql.update("update desk_session set ended = true where id = ?", id);
    }

    @Override
    public void endAll(String accountId) {
        sql.update("update desk_session set ended = true where account_id = ? and ended = false", accountId);
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getString("account_id"),
                Sql.instant(row, "began_at"),
                Sql.instant(row, "last_seen_at"),
                row.getObject("factor_at") == null ? Optional.empty() : Optional.of(Sql.instant(row, "factor_at")),
                row.getString("browser"),
                row.getBoolean("ended"));
    }
}
