package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.application.identifying.SignOuts;

/** Ended sessions as rows, one for each account. */
@ApplicationScoped
public class JdbcSignOuts implements SignOuts {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcSignOuts() {
        this(null);
    }

    @Inject
    public JdbcSignOuts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Instant> beganBefore(String accountId) {
        return sql.one(
                "select began_before from sign_out where account_id = ?",
                row -> Sql.instant(row, "began_before"),
                accountId);
    }

    @Override
    public void end(String accountId, Instant beganBefore) {
        sql.update("delete from sign_out where account_id = ?", accountId);
        sql.update("insert into sign_out (account_id, began_before) values (?, ?)", accountId, beganBefore);
    }
}
