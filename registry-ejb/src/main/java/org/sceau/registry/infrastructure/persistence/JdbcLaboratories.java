package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.OrganisationKey;

/** Laboratories as rows: one canonical JSON a version. */
@ApplicationScoped
public class JdbcLaboratories implements Laboratories {
    private static final String COLUMNS = "select version, content, recorded_at, position from laboratory ";

    private final Sql sql;
    private volatile Names names = new Names(Long.MIN_VALUE, Map.of());
    private final ReadBefore<Laboratory> before = new ReadBefore<>(Laboratory.class);

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcLaboratories() {
        this(null);
    }

    @Inject
    public JdbcLaboratories(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recorded> find(LaboratoryId id) {
        return sql.one(
                COLUMNS + "where id = ?",
                row -> recorded(row, before.read(id.toString(), row.getString("content"))),
                id.toString());
    }

    @Override
    public Optional<Recorded> find(LaboratoryId id, long version) {
        return sql.one(
                "select version, content, recorded_at, position from laboratory_version"
                        + " where laboratory_id = ? and version = ?",
                JdbcLaboratories::recorded,
                id.toString(),
                version);
    }

    @Override
    public Optional<Recorded> find(LaboratoryId id, Instant known) {
        return sql.one(
                "select version, content, recorded_at, position from laboratory_version"
                        + " where laboratory_id = ? and recorded_at <= ? order by version desc fetch first 1 rows only",
                JdbcLaboratories::recorded,
                id.toString(),
                known);
    }

    @Override
    public Optional<Recorded> named(String name) {
        return sql.one(COLUMNS + "where name = ?", JdbcLaboratories::recorded, name);
    }

    @Override
    public List<Recorded> spelled(OrganisationKey key) {
        return named(names(), key);
    }

    @Override
    public List<Recorded> spelled(OrganisationKey key, long newest) {
        Names known = names;
        if (known.newest() != newest) {
            known = new Names(newest, names());
            names = known;
        }
        return named(known.spellings(), key);
    }

    private List<Recorded> named(Map<OrganisationKey, List<String>> spellings, OrganisationKey key) {
        return spellings.getOrDefault(key, List.of()).stream()
                .flatMap(name -> named(name).stream())
                .toList();
    }

    private Map<OrganisationKey, List<String>> names() {
        return sql.list("select name from laboratory order by name", row -> row.getString("name")).stream()
                .collect(Collectors.groupingBy(OrganisationKey::of));
    }

    /** All names, as they were when the newest entry about a laboratory had this position. */
    private record Names(long newest, Map<OrganisationKey, List<String>> spellings) {}

    @Override
    public List<Recorded> all() {
        return sql.list(COLUMNS + "order by name", JdbcLaboratories::recorded);
    }

    @Override
    public void add(Recorded recorded) {
        String content = CanonicalRecord.text(recorded.laboratory());
        sql.update(
                "insert into laboratory (id, version, name, content, recorded_at, position) values (?, ?, ?, ?, ?, ?)",
                recorded.laboratory().id().toString(),
                recorded.version(),
                recorded.laboratory().organisation().name(),
                content,
                recorded.recordedAt(),
                recorded.position());
        addVersion(recorded, content);
    }

    @Override
    public void replace(Recorded recorded) {
        String content = CanonicalRecord.text(recorded.laboratory());
        Stale.requireOne(sql.update(
                "update laboratory set version = ?, name = ?, content = ?, recorded_at = ?, position = ?"
                        + " where id = ? and version = ?",
                recorded.version(),
                recorded.laboratory().organisation().name(),
                content,
                recorded.recordedAt(),
                recorded.position(),
                recorded.laboratory().id().toString(),
                recorded.version() - 1));
        addVersion(recorded, content);
    }

    private void addVersion(Recorded recorded, String content) {
        sql.update(
                "insert into laboratory_version (laboratory_id, version, content, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?)",
                recorded.laboratory().id().toString(),
                recorded.version(),
                content,
                recorded.recordedAt(),
                recorded.position());
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return recorded(row, CanonicalRecord.parse(row.getString("content"), Laboratory.class));
    }

    private static Recorded recorded(ResultSet row, Laboratory laboratory) throws SQLException {
        return new Recorded(
                laboratory, row.getLong("version"), Sql.instant(row, "recorded_at"), row.getLong("position"));
    }
}
