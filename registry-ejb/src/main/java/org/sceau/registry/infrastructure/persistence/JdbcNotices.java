package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.scheduling.Notices;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.task.Notice;

/** Notices as rows that are never rewritten. */
@ApplicationScoped
public class JdbcNotices implements Notices {
    private static final String AUTHORITY = "-";
    private static final List<String> AUTHORITY_AND_OUTSIDE = Stream.concat(
                    Stream.of(AUTHORITY),
                    Arrays.stream(Addressee.values())
                            .filter(Addressee::isOutside)
                            .map(Enum::name))
            .toList();
    private static final int LARGEST_PAGE = 200;

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcNotices() {
        this(null);
    }

    @Inject
    public JdbcNotices(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean isGiven(Notice notice) {
        return sql.number(
                        "select count(*) from notice where kind = ? and addressee = ? and about_id = ? and occurrence = ?",
                        notice.kind().name(),
                        notice.addressee().orElse(AUTHORITY),
                        notice.concern().id().toString(),
                        notice.occurrence())
                > 0;
    }

    @Override
    public void add(Recorded recorded) {
        Notice notice = recorded.notice();
        sql.update(
                "insert into notice (position, kind, addressee, about, about_id, occurrence, content, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                recorded.position(),
                notice.kind().name(),
                notice.addressee().orElse(AUTHORITY),
                notice.concern().about().name(),
                notice.concern().id().toString(),
                notice.occurrence(),
                CanonicalRecord.text(notice),
                recorded.recordedAt());
    }

    @Override
    public Optional<Recorded> find(long position) {
        return sql.one(
                "select n.content, n.recorded_at, n.position from notice n where n.position = ?",
                JdbcNotices::recorded,
                position);
    }

    @Override
    public List<Recorded> page(Optional<String> addressee, Optional<Long> before, int most) {
        List<Object> values = new ArrayList<>(addressee.map(List::of).orElse(AUTHORITY_AND_OUTSIDE));
        StringBuilder query = new StringBuilder("select n.content, n.recorded_at, n.position from notice n where"
                + " n.addressee in (" + String.join(", ", Collections.nCopies(values.size(), "?"))
                + ") and n.position < ?");
        values.add(before.orElse(Long.MAX_VALUE));
        addressee.ifPresent(own -> {
            query.append(" and (n.about = 'VISA' or exists (select 1 from dossier_party p where p.dossier_id ="
                    + " n.about_id and p.organisation = ?))");
            values.add(own);
        });
        query.append(" order by n.position desc fetch first ")
                .append(Math.max(1, Math.min(most, LARGEST_PAGE)))
                .append(" rows only");
        return sql.list(query.toString(), JdbcNotices::recorded, values.toArray());
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                CanonicalRecord.parse(row.getString("content"), Notice.class),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
