package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.scheduling.Progress;

/** How far duties have come, as rows. */
@ApplicationScoped
public class JdbcProgress implements Progress {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcProgress() {
        this(null);
    }

    @Inject
    public JdbcProgress(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<State> all() {
        return sql.list(
                "select name, done_through, seen_position, ran_at, written, failures, failed, retry_at from duty"
                        + " order by name",
                row -> new State(
                        row.getString("name"),
                        row.getObject("done_through", LocalDate.class),
                        row.getLong("seen_position"),
                        Sql.instant(row, "ran_at"),
                        row.getLong("written"),
                        row.getInt("failures"),
                        Optional.ofNullable(row.getString("failed")),
                        Optional.ofNullable(row.getObject("retry_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    @Override
    public void put(State state) {
        int changed = sql.update(
                "update duty set done_through = ?, seen_position = ?, ran_at = ?, written = ?, failures = ?, failed = ?,"
                        + " retry_at = ? where name = ?",
                state.doneThrough(),
                state.seen(),
                state.ranAt(),
                state.written(),
                state.failures(),
                state.failed(),
                state.retryAt().map(at -> at.atOffset(java.time.ZoneOffset.UTC)),
                state.duty());
        if (changed == 0) {
            sql.update(
                    "insert into duty (done_through, seen_position, ran_at, written, failures, failed, retry_at, name)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    state.doneThrough(),
                    state.seen(),
                    state.ranAt(),
                    state.written(),
                    state.failures(),
                    state.failed(),
                    state.retryAt().map(at -> at.atOffset(java.time.ZoneOffset.UTC)),
                    state.duty());
        }
    }
}
