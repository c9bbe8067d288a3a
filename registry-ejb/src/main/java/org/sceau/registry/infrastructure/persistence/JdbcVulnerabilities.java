package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.surveilling.Vulnerabilities;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.Notice;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/** Records about vulnerabilities as rows: one canonical JSON a version, and the columns that are asked for. */
@ApplicationScoped
public class JdbcVulnerabilities implements Vulnerabilities {
    private static final String COLUMNS = "select v.content, v.recorded_at, v.position from vulnerability v ";
    private static final String NOTICES = "select vulnerability_id, notice, position from vulnerability_notice ";
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_CONTENT = 1_000_000;

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcVulnerabilities() {
        this(null);
    }

    @Inject
    public JdbcVulnerabilities(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recorded> find(VulnerabilityId id) {
        return sql.one(COLUMNS + "where v.id = ?", JdbcVulnerabilities::recorded, id.toString());
    }

    @Override
    public Optional<Recorded> find(VulnerabilityId id, Instant knownAt) {
        return sql.one(
                "select content, recorded_at, position from vulnerability_version where vulnerability_id = ?"
                        + " and recorded_at <= ? order by version desc fetch first 1 rows only",
                JdbcVulnerabilities::recorded,
                id.toString(),
                knownAt);
    }

    @Override
    public Optional<Recorded> find(VulnerabilityId id, long version) {
        return sql.one(
                "select content, recorded_at, position from vulnerability_version where vulnerability_id = ?"
                        + " and version = ?",
                JdbcVulnerabilities::recorded,
                id.toString(),
                version);
    }

    /** A new record has no parties yet: whoever may open one was asked before. */
    @Override
    public void add(Recorded recorded) {
        sql.asHouse(() -> {
            insert(recorded);
            return recorded;
        });
    }

    private void insert(Recorded recorded) {
        VulnerabilityRecord record = recorded.record();
        String id = record.id().toString();
        String content = text(record);
        sql.update(
                "insert into vulnerability (id, number, version, closed, content, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                record.number(),
                record.version(),
                !record.isOpen(),
                content,
                recorded.recordedAt(),
                recorded.position());
        addVersion(recorded, content);
        sql.batch(
                "insert into vulnerability_visa (vulnerability_id, visa_id) values (?, ?)",
                record.concerns().stream()
                        .map(concern -> new Object[] {id, concern.visa().toString()})
                        .toList());
        sql.batch(
                "insert into vulnerability_party (vulnerability_id, organisation) values (?, ?)",
                record.organisations().stream()
                        .map(organisation -> new Object[] {id, organisation})
                        .toList());
    }

    @Override
    public void replace(Recorded recorded) {
        VulnerabilityRecord record = recorded.record();
        String content = text(record);
        Stale.requireOne(sql.update(
                "update vulnerability set version = ?, closed = ?, content = ?, recorded_at = ?, position = ?"
                        + " where id = ? and version = ?",
                record.version(),
                !record.isOpen(),
                content,
                recorded.recordedAt(),
                recorded.position(),
                record.id().toString(),
                record.version() - 1));
        addVersion(recorded, content);
    }

    @Override
    public List<VulnerabilityRecord> openAbout(VisaId visa) {
        return sql.list(
                COLUMNS + "join vulnerability_visa a on a.vulnerability_id = v.id where a.visa_id = ?"
                        + " and v.closed = false order by v.number",
                row -> recorded(row).record(),
                visa.toString());
    }

    @Override
    public List<Recorded> page(Optional<String> organisation, Optional<String> before, int most) {
        StringBuilder query = new StringBuilder(COLUMNS).append("where 1 = 1");
        List<Object> values = new ArrayList<>();
        organisation.ifPresent(own -> {
            query.append(" and exists (select 1 from vulnerability_party p where p.vulnerability_id = v.id"
                    + " and p.organisation = ?)");
            values.add(own);
        });
        before.ifPresent(number -> {
            // The number of a record that is not the asker's is no number: it tells nothing, not even that it exists.
            query.append(" and v.position < (select b.position from vulnerability b where b.number = ?");
            values.add(number);
            organisation.ifPresent(own -> {
                query.append(" and exists (select 1 from vulnerability_party p where p.vulnerability_id = b.id"
                        + " and p.organisation = ?)");
                values.add(own);
            });
            query.append(")");
        });
        query.append(" order by v.position desc fetch first ")
                .append(Math.max(1, Math.min(most, LARGEST_PAGE)))
                .append(" rows only");
        return sql.list(query.toString(), JdbcVulnerabilities::recorded, values.toArray());
    }

    @Override
    public void add(Told told) {
        sql.update(
                "insert into vulnerability_notice (vulnerability_id, number, organisation, notice, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?, ?)",
                told.vulnerability().toString(),
                told.notice().number(),
                told.notice().organisation(),
                CanonicalRecord.text(told.notice()),
                told.notice().at(),
                told.position());
    }

    @Override
    public Optional<Told> notice(long position) {
        return sql.one(NOTICES + "where position = ?", JdbcVulnerabilities::told, position);
    }

    @Override
    public List<Told> notices(VulnerabilityId id, int most) {
        return sql.list(
                NOTICES + "where vulnerability_id = ? order by number desc fetch first " + Math.min(most, LARGEST_PAGE)
                        + " rows only",
                JdbcVulnerabilities::told,
                id.toString());
    }

    @Override
    public List<Told> noticesTo(String organisation, int most) {
        return sql.list(
                NOTICES + "where organisation = ? order by position desc fetch first " + Math.min(most, LARGEST_PAGE)
                        + " rows only",
                JdbcVulnerabilities::told,
                organisation);
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code vulnerability-full} beyond what a row holds */
    private static String text(VulnerabilityRecord record) {
        String text = CanonicalRecord.text(record);
        if (text.length() > LONGEST_CONTENT) {
            throw Refusal.of("vulnerability-full", Refusal.Kind.CONFLICT).asException();
        }
        return text;
    }

    private void addVersion(Recorded recorded, String content) {
        sql.update(
                "insert into vulnerability_version (vulnerability_id, version, content, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?)",
                recorded.record().id().toString(),
                recorded.record().version(),
                content,
                recorded.recordedAt(),
                recorded.position());
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                CanonicalRecord.parse(row.getString("content"), VulnerabilityRecord.class),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                VulnerabilityId.parse(row.getString("vulnerability_id")),
                CanonicalRecord.parse(row.getString("notice"), Notice.class),
                row.getLong("position"));
    }
}
