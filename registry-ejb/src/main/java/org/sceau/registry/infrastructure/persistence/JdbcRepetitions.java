package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.door.Repetitions;

/** Keys of attempts as rows, written on the transaction of the act. */
@ApplicationScoped
public class JdbcRepetitions implements Repetitions {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcRepetitions() {
        this(null);
    }

    @Inject
    public JdbcRepetitions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Done> find(String actor, String key, Instant since) {
        return sql.one(
                "select content, result from repetition where actor = ? and attempt = ? and recorded_at > ?",
                row -> new Done(row.getString(1), row.getString(2)),
                actor,
                key,
                since);
    }

    @Override
    public void keep(String actor, Once.Key key, String result, Instant at) {
        sql.update(
                "insert into repetition (actor, attempt, content, result, recorded_at) values (?, ?, ?, ?, ?)",
                actor,
                key.text(),
                key.content(),
                result,
                at);
    }

    @Override
    public void forget(Instant before) {
        sql.update("delete from repetition where recorded_at <= ?", before);
    }
}
