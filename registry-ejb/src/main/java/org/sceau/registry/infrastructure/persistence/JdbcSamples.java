package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.surveilling.Samples;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.sampling.Sample;
import org.sceau.registry.domain.scheme.SchemeId;

/** Samples as rows: one canonical JSON a version. */
@ApplicationScoped
public class JdbcSamples implements Samples {
    private static final int LONGEST_CONTENT = 1_000_000;

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcSamples() {
        this(null);
    }

    @Inject
    public JdbcSamples(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recorded> find(SchemeId scheme, int year) {
        return sql.one(
                "select content, recorded_at, position from sample where scheme = ? and sample_year = ?",
                JdbcSamples::recorded,
                scheme.value(),
                year);
    }

    @Override
    public Optional<Recorded> find(SchemeId scheme, int year, long version) {
        return sql.one(
                "select content, recorded_at, position from sample_version where scheme = ? and sample_year = ?"
                        + " and version = ?",
                JdbcSamples::recorded,
                scheme.value(),
                year,
                version);
    }

    @Override
    public List<Recorded> drawnSince(Instant from) {
        return sql.list(
                "select content, recorded_at, position from sample where recorded_at >= ? order by scheme, sample_year",
                JdbcSamples::recorded,
                from);
    }

    @Override
    public void put(Recorded recorded) {
        Sample sample = recorded.sample();
        String content = text(sample);
        if (sample.version() == 1) {
            sql.update(
                    "insert into sample (scheme, sample_year, version, content, recorded_at, position)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    sample.scheme().value(),
                    sample.year(),
                    sample.version(),
                    content,
                    recorded.recordedAt(),
                    recorded.position());
        } else {
            Stale.requireOne(sql.update(
                    "update sample set version = ?, content = ?, recorded_at = ?, position = ?"
                            + " where scheme = ? and sample_year = ? and version = ?",
                    sample.version(),
                    content,
                    recorded.recordedAt(),
                    recorded.position(),
                    sample.scheme().value(),
                    sample.year(),
                    sample.version() - 1));
        }
        sql.update(
                "insert into sample_version (scheme, sample_year, version, content, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?, ?)",
                sample.scheme().value(),
                sample.year(),
                sample.version(),
                content,
                recorded.recordedAt(),
                recorded.position());
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code sample-full} beyond what a row holds */
    private static String text(Sample sample) {
        String text = CanonicalRecord.text(sample);
        if (text.length() > LONGEST_CONTENT) {
            throw Refusal.of("sample-full", Refusal.Kind.CONFLICT).asException();
        }
        return text;
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                CanonicalRecord.parse(row.getString("content"), Sample.class),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
