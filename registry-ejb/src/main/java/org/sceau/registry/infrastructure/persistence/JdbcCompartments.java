package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.surveilling.Compartments;
import org.sceau.registry.domain.vulnerability.Compartment;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;

/** Compartments as rows: the only statements of the house that name their text. */
@ApplicationScoped
public class JdbcCompartments implements Compartments {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcCompartments() {
        this(null);
    }

    @Inject
    public JdbcCompartments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Kept> find(VulnerabilityId id, Compartment compartment) {
        return sql.one(
                "select content, version, salt, commitment, recorded_at, position from vulnerability_compartment"
                        + " where vulnerability_id = ? and compartment = ?",
                row -> new Kept(
                        row.getString("content"),
                        row.getLong("version"),
                        row.getString("salt"),
                        row.getString("commitment"),
                        Sql.instant(row, "recorded_at"),
                        row.getLong("position")),
                id.toString(),
                compartment.code());
    }

    /** The row is new, so that nobody becomes a handler of what others founded. */
    @Override
    public void found(VulnerabilityId id, Compartment compartment, Kept kept, String account) {
        sql.update(
                "insert into vulnerability_compartment (content, version, salt, commitment, recorded_at, position,"
                        + " vulnerability_id, compartment) values (?, ?, ?, ?, ?, ?, ?, ?)",
                kept.text(),
                kept.version(),
                kept.salt(),
                kept.commitment(),
                kept.recordedAt(),
                kept.position(),
                id.toString(),
                compartment.code());
        sql.asHouse(() -> insertHandler(id, compartment, account, kept.recordedAt(), kept.position()));
    }

    @Override
    public void put(VulnerabilityId id, Compartment compartment, Kept kept) {
        Stale.requireOne(sql.update(
                "update vulnerability_compartment set content = ?, version = ?, salt = ?, commitment = ?,"
                        + " recorded_at = ?, position = ? where vulnerability_id = ? and compartment = ? and version = ?",
                kept.text(),
                kept.version(),
                kept.salt(),
                kept.commitment(),
                kept.recordedAt(),
                kept.position(),
                id.toString(),
                compartment.code(),
                kept.version() - 1));
    }

    @Override
    public List<String> handlers(VulnerabilityId id, Compartment compartment) {
        return sql.asHouse(() -> sql.list(
                "select account from vulnerability_handler where vulnerability_id = ? and compartment = ? order by account",
                row -> row.getString("account"),
                id.toString(),
                compartment.code()));
    }

    @Override
    public void addHandler(VulnerabilityId id, Compartment compartment, String account, Instant at, long position) {
        insertHandler(id, compartment, account, at, position);
    }

    private int insertHandler(VulnerabilityId id, Compartment compartment, String account, Instant at, long position) {
        return sql.update(
                "insert into vulnerability_handler (vulnerability_id, compartment, account, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?)",
                id.toString(),
                compartment.code(),
                account,
                at,
                position);
    }

    @Override
    public void removeHandler(VulnerabilityId id, Compartment compartment, String account) {
        sql.asHouse(() -> sql.update(
                "delete from vulnerability_handler where vulnerability_id = ? and compartment = ? and account = ?",
                id.toString(),
                compartment.code(),
                account));
    }
}
