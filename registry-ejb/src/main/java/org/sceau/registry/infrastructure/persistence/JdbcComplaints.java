package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.complaining.Complaints;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.refusal.Refusal;

/** Complaints as rows: one canonical JSON a version, the columns that are asked for, and whoever ever handled them. */
@ApplicationScoped
public class JdbcComplaints implements Complaints {
    private static final String COLUMNS = "select content, recorded_at, position from complaint ";
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_CONTENT = 1_000_000;

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcComplaints() {
        this(null);
    }

    @Inject
    public JdbcComplaints(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recorded> find(ComplaintId id) {
        return sql.one(COLUMNS + "where id = ?", JdbcComplaints::recorded, id.toString());
    }

    @Override
    public Optional<Recorded> find(ComplaintId id, long version) {
        return sql.one(
                "select content, recorded_at, position from complaint_version where complaint_id = ? and version = ?",
                JdbcComplaints::recorded,
                id.toString(),
                version);
    }

    @Override
    public void add(Recorded recorded, Set<String> matters) {
        Complaint complaint = recorded.complaint();
        String content = text(complaint);
        sql.update(
                "insert into complaint (id, number, version, kind, state, filed_by, handler, content, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                complaint.id().toString(),
                complaint.filing().number(),
                complaint.version(),
                complaint.filing().kind().name(),
                complaint.state().name(),
                complaint.filing().by().name(),
                complaint.handler().map(Person::name),
                content,
                recorded.recordedAt(),
                recorded.position());
        addVersion(recorded, content);
        addMatters(complaint.id(), matters);
    }

    @Override
    public void replace(Recorded recorded, Set<String> matters) {
        Complaint complaint = recorded.complaint();
        String content = text(complaint);
        Stale.requireOne(sql.update(
                "update complaint set version = ?, state = ?, handler = ?, content = ?, recorded_at = ?, position = ?"
                        + " where id = ? and version = ?",
                complaint.version(),
                complaint.state().name(),
                complaint.handler().map(Person::name),
                content,
                recorded.recordedAt(),
                recorded.position(),
                complaint.id().toString(),
                complaint.version() - 1));
        addVersion(recorded, content);
        addMatters(complaint.id(), matters);
        complaint.handler().ifPresent(handler -> addHandler(complaint.id(), handler.name()));
    }

    @Override
    public List<Recorded> page(Optional<String> filer, Optional<ComplaintId> before, int most) {
        StringBuilder query = new StringBuilder(COLUMNS).append("where 1 = 1");
        List<Object> values = new ArrayList<>();
        filer.ifPresent(own -> {
            query.append(" and filed_by = ?");
            values.add(own);
        });
        before.ifPresent(id -> {
            query.append(" and position < (select position from complaint where id = ?)");
            values.add(id.toString());
        });
        query.append(" order by position desc fetch first ")
                .append(Math.max(1, Math.min(most, LARGEST_PAGE)))
                .append(" rows only");
        return sql.list(query.toString(), JdbcComplaints::recorded, values.toArray());
    }

    private void addVersion(Recorded recorded, String content) {
        sql.update(
                "insert into complaint_version (complaint_id, version, content, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?)",
                recorded.complaint().id().toString(),
                recorded.complaint().version(),
                content,
                recorded.recordedAt(),
                recorded.position());
    }

    /** What was once behind it stays: whoever handled it then was near that too. */
    private void addMatters(ComplaintId id, Set<String> matters) {
        Set<String> known = Set.copyOf(sql.list(
                "select matter from complaint_matter where complaint_id = ?",
                row -> row.getString("matter"),
                id.toString()));
        sql.batch(
                "insert into complaint_matter (complaint_id, matter) values (?, ?)",
                matters.stream()
                        .filter(matter -> !known.contains(matter))
                        .map(matter -> new Object[] {id.toString(), matter})
                        .toList());
    }

    private void addHandler(ComplaintId id, String name) {
        if (sql.number(
                        "select count(*) from complaint_handler where complaint_id = ? and name = ?",
                        id.toString(),
                        name)
                == 0) {
            sql.update("insert into complaint_handler (complaint_id, name) values (?, ?)", id.toString(), name);
        }
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code complaint-full} beyond what a row holds */
    private static String text(Complaint complaint) {
        String text = CanonicalRecord.text(complaint);
        if (text.length() > LONGEST_CONTENT) {
            throw Refusal.of("complaint-full", Refusal.Kind.CONFLICT).asException();
        }
        return text;
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                CanonicalRecord.parse(row.getString("content"), Complaint.class),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
