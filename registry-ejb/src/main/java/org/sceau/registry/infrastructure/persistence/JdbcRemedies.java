package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.surveilling.Remedies;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.remedy.RemedyId;
import org.sceau.registry.domain.visa.VisaId;

/** Remedies as rows: one canonical JSON a version. */
@ApplicationScoped
public class JdbcRemedies implements Remedies {
    private static final String COLUMNS = "select content, recorded_at, position from remedy ";

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcRemedies() {
        this(null);
    }

    @Inject
    public JdbcRemedies(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recorded> find(RemedyId id) {
        return sql.one(COLUMNS + "where id = ?", JdbcRemedies::recorded, id.toString());
    }

    @Override
    public Optional<Recorded> find(RemedyId id, long version) {
        return sql.one(
                "select content, recorded_at, position from remedy_version where remedy_id = ? and version = ?",
                JdbcRemedies::recorded,
                id.toString(),
                version);
    }

    @Override
    public List<Recorded> about(VisaId visa) {
        return sql.list(
                COLUMNS + "where visa_id = ? order by position desc fetch first 200 rows only",
                JdbcRemedies::recorded,
                visa.toString());
    }

    @Override
    public void add(Recorded recorded) {
        Remedy remedy = recorded.remedy();
        String content = CanonicalRecord.text(remedy);
        sql.update(
                "insert into remedy (id, visa_id, version, content, recorded_at, position) values (?, ?, ?, ?, ?, ?)",
                remedy.id().toString(),
                remedy.visa().toString(),
                remedy.version(),
                content,
                recorded.recordedAt(),
                recorded.position());
        addVersion(recorded, content);
    }

    @Override
    public void replace(Recorded recorded) {
        Remedy remedy = recorded.remedy();
        String content = CanonicalRecord.text(remedy);
        Stale.requireOne(sql.update(
                "update remedy set version = ?, content = ?, recorded_at = ?, position = ? where id = ? and version = ?",
                remedy.version(),
                content,
                recorded.recordedAt(),
                recorded.position(),
                remedy.id().toString(),
                remedy.version() - 1));
        addVersion(recorded, content);
    }

    private void addVersion(Recorded recorded, String content) {
        sql.update(
                "insert into remedy_version (remedy_id, version, content, recorded_at, position) values (?, ?, ?, ?, ?)",
                recorded.remedy().id().toString(),
                recorded.remedy().version(),
                content,
                recorded.recordedAt(),
                recorded.position());
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                CanonicalRecord.parse(row.getString("content"), Remedy.class),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
