package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.application.revising.Revisions;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.revision.Revision;

/** Editions of definitions as rows: the bytes, which never change, and the state, which does. */
@ApplicationScoped
public class JdbcRevisions implements Revisions {
    private static final String COLUMNS =
            "select scheme, scheme_version, revision, sha256, state, first_word, last_word,"
                    + " recorded_at, position from scheme_revision ";
    private static final String USED = "state in ('RELEASED', 'ACTIVE')";

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcRevisions() {
        this(null);
    }

    @Inject
    public JdbcRevisions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Recorded> of(SchemeVersionId scheme) {
        return sql.list(
                COLUMNS + "where scheme = ? and scheme_version = ? order by revision, position",
                JdbcRevisions::recorded,
                scheme.scheme().value(),
                scheme.version());
    }

    @Override
    public List<Recorded> proposals() {
        return sql.list(
                COLUMNS + "where state <> 'RELEASED' order by position desc fetch first 200 rows only",
                JdbcRevisions::recorded);
    }

    @Override
    public List<Revision> inUse() {
        Map<SchemeVersionId, Revision> newest = new LinkedHashMap<>();
        sql.list(COLUMNS + "where " + USED + " order by scheme, scheme_version, revision", JdbcRevisions::recorded)
                .forEach(recorded -> newest.put(recorded.revision().scheme(), recorded.revision()));
        return List.copyOf(newest.values());
    }

    @Override
    public Optional<Recorded> find(String sha256) {
        return sql.one(COLUMNS + "where sha256 = ?", JdbcRevisions::recorded, sha256);
    }

    @Override
    public Optional<String> text(String sha256) {
        return sql.one("select content from scheme_definition where sha256 = ?", row -> row.getString(1), sha256);
    }

    @Override
    public void keep(Recorded recorded, String text) {
        Revision revision = recorded.revision();
        if (sql.number("select count(*) from scheme_definition where sha256 = ?", revision.sha256()) == 0) {
            sql.update(
                    "insert into scheme_definition (sha256, content, position) values (?, ?, ?)",
                    revision.sha256(),
                    text,
                    recorded.position());
        }
        int changed = sql.update(
                "update scheme_revision set state = ?, first_word = ?, last_word = ?, recorded_at = ?, position = ?"
                        + " where sha256 = ?",
                revision.state().name(),
                revision.firstWord(),
                revision.lastWord(),
                recorded.since(),
                recorded.position(),
                revision.sha256());
        if (changed == 0) {
            sql.update(
                    "insert into scheme_revision (sha256, scheme, scheme_version, revision, state, first_word, last_word,"
                            + " recorded_at, position) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    revision.sha256(),
                    revision.scheme().scheme().value(),
                    revision.scheme().version(),
                    revision.number(),
                    revision.state().name(),
                    revision.firstWord(),
                    revision.lastWord(),
                    recorded.since(),
                    recorded.position());
        }
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                new Revision(
                        SchemeVersionId.of(row.getString("scheme"), row.getString("scheme_version")),
                        row.getInt("revision"),
                        row.getString("sha256"),
                        Revision.State.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("first_word")),
                        Optional.ofNullable(row.getString("last_word"))),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
