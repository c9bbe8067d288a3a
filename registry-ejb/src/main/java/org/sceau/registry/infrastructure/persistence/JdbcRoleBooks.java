package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.identifying.RoleBooks;
import org.sceau.registry.domain.access.RoleBook;

/** Roles of accounts as rows: one canonical JSON a version. */
@ApplicationScoped
public class JdbcRoleBooks implements RoleBooks {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcRoleBooks() {
        this(null);
    }

    @Inject
    public JdbcRoleBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recorded> find(String accountId) {
        return sql.one(
                "select account_id, version, content, recorded_at, position from account_roles where account_id = ?",
                JdbcRoleBooks::recorded,
                accountId);
    }

    @Override
    public Optional<Recorded> find(String accountId, long version) {
        return sql.one(
                "select account_id, version, content, recorded_at, position from account_roles_version"
                        + " where account_id = ? and version = ?",
                JdbcRoleBooks::recorded,
                accountId,
                version);
    }

    @Override
    public void put(Recorded recorded) {
        String content = CanonicalRecord.text(recorded.book());
        if (recorded.version() == 1) {
            sql.update(
                    "insert into account_roles (account_id, version, content, recorded_at, position)"
                            + " values (?, ?, ?, ?, ?)",
                    recorded.accountId(),
                    recorded.version(),
                    content,
                    recorded.recordedAt(),
                    recorded.position());
        } else {
            Stale.requireOne(sql.update(
                    "update account_roles set version = ?, content = ?, recorded_at = ?, position = ?"
                            + " where account_id = ? and version = ?",
                    recorded.version(),
                    content,
                    recorded.recordedAt(),
                    recorded.position(),
                    recorded.accountId(),
                    recorded.version() - 1));
        }
        sql.update(
                "insert into account_roles_version (account_id, version, content, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?)",
                recorded.accountId(),
                recorded.version(),
                content,
                recorded.recordedAt(),
                recorded.position());
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getString("account_id"),
                CanonicalRecord.parse(row.getString("content"), RoleBook.class),
                row.getLong("version"),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
