package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.ImportJob.Counts;
import org.sceau.registry.application.importing.ImportJob.Failure;
import org.sceau.registry.application.importing.ImportJob.State;
import org.sceau.registry.application.importing.ImportJobs;
import org.sceau.registry.application.importing.StagedRow;
import org.sceau.registry.application.importing.StagedRow.Keys;
import org.sceau.registry.application.importing.StagedRow.Match;
import org.sceau.registry.application.importing.StagedRow.Outcome;
import org.sceau.registry.application.importing.StagedRow.Remark;
import org.sceau.registry.domain.visa.VisaId;

/** Imports and their staged rows as working tables. */
@ApplicationScoped
public class JdbcImportJobs implements ImportJobs {
    private static final String ROW_COLUMNS = "select row_no, locator, outcome, family, reference_key, subject_key,"
            + " facts, facts_digest, remarks, visa_id, visa_version, slug from import_row ";
    /** Kept: asking for it searches every archive of the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int A_PORTION = 1_000;

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcImportJobs() {
        this(null);
    }

    @Inject
    public JdbcImportJobs(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(ImportJob job) {
        Counts counts = job.counts();
        sql.update(
                "insert into import_job (id, version, format, edition, received, dry_run, state, source_name, sha256, size_bytes,"
                        + " created_by, organisation, created_at, rows_read, rows_compared, rows_recorded, created_count,"
                        + " changed_count, unchanged_count, refused_count, absent_count, cancel_asked)"
                        + " values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)",
                job.id(),
                job.format(),
                job.edition(),
                job.received(),
                job.dryRun(),
                job.state().name(),
                job.sourceName(),
                job.sha256(),
                job.sizeBytes(),
                job.createdBy(),
                job.organisation(),
                job.createdAt(),
                counts.read(),
                counts.compared(),
                counts.recorded(),
                counts.created(),
                counts.changed(),
                counts.unchanged(),
                counts.refused(),
                counts.absent());
    }

    @Override
    public Optional<ImportJob> find(String id) {
        return id.length() > 36
                ? Optional.empty()
                : sql.one("select * from import_job where id = ?", JdbcImportJobs::job, id);
    }

    @Override
    public List<ImportJob> latest(int most) {
        return sql.list(
                "select * from import_job order by created_at desc, id fetch first " + Math.min(most, 200)
                        + " rows only",
                JdbcImportJobs::job);
    }

    @Override
    public List<ImportJob> unfinished() {
        return sql.list(
                "select * from import_job where state in ('RECEIVED', 'READING', 'COMPARING', 'RECORDING') order by created_at",
                JdbcImportJobs::job);
    }

    @Override
    public void keep(ImportJob job) {
        Counts counts = job.counts();
        sql.update(
                "update import_job set version = version + 1, state = ?, finished_at = ?, rows_read = ?, rows_compared = ?,"
                        + " rows_recorded = ?, created_count = ?, changed_count = ?, unchanged_count = ?, refused_count = ?,"
                        + " absent_count = ?, failure_code = ?, failure_line = ?, failure_detail = ? where id = ?",
                job.state().name(),
                job.finishedAt().map(at -> at.atOffset(java.time.ZoneOffset.UTC)),
                counts.read(),
                counts.compared(),
                counts.recorded(),
                counts.created(),
                counts.changed(),
                counts.unchanged(),
                counts.refused(),
                counts.absent(),
                job.failure().map(Failure::code),
                job.failure().map(Failure::line),
                job.failure().map(Failure::detail),
                job.id());
    }

    @Override
    public void askCancel(String id) {
        sql.update("update import_job set cancel_asked = true where id = ?", id);
    }

    @Override
    public boolean isCancelAsked(String id) {
        return sql.number("select count(*) from import_job where id = ? and cancel_asked = true", id) > 0;
    }

    @Override
    public void stage(String jobId, Collection<StagedRow> rows) {
        List<@Nullable Object[]> values = new ArrayList<>();
        for (StagedRow row : rows) {
            values.add(new @Nullable Object[] {
                jobId,
                row.number(),
                row.locator(),
                row.outcome().name(),
                row.family(),
                row.keys().map(Keys::reference),
                row.keys().map(Keys::subject),
                row.facts(),
                row.keys().map(Keys::digest),
                remarks(row.remarks())
            });
        }
        sql.batch(
                "insert into import_row (job_id, row_no, locator, outcome, family, reference_key, subject_key, facts,"
                        + " facts_digest, remarks) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values);
    }

    @Override
    public void unstage(String jobId) {
        sql.update("delete from import_row where job_id = ?", jobId);
    }

    @Override
    // The sort names the job although it is fixed: only then does H2 read in the order of the index instead of sorting.
    public List<StagedRow> toCompare(String jobId, String afterReference, long afterNumber, int most) {
        return sql.list(
                ROW_COLUMNS
                        // The first condition is implied by the second and lets the index start at the right place.
                        + "where job_id = ? and reference_key >= ? and (reference_key > ? or row_no > ?) and outcome = 'READ'"
                        + " order by job_id, reference_key, row_no fetch first " + most + " rows only",
                JdbcImportJobs::row,
                jobId,
                afterReference,
                afterReference,
                afterNumber);
    }

    @Override
    public List<StagedRow> toRecord(String jobId, long afterNumber, int most) {
        return sql.list(
                ROW_COLUMNS + "where job_id = ? and outcome in ('TO_CREATE', 'TO_CHANGE') and row_no > ?"
                        + " order by job_id, row_no fetch first " + most + " rows only",
                JdbcImportJobs::row,
                jobId,
                afterNumber);
    }

    @Override
    public void decide(String jobId, Collection<StagedRow> rows) {
        List<@Nullable Object[]> values = new ArrayList<>();
        for (StagedRow row : rows) {
            values.add(new @Nullable Object[] {
                row.outcome().name(),
                remarks(row.remarks()),
                row.matched().map(match -> match.visa().toString()),
                row.matched().map(Match::version),
                row.slug(),
                jobId,
                row.number()
            });
        }
        sql.batch(
                "update import_row set outcome = ?, remarks = ?, visa_id = ?, visa_version = ?, slug = ?"
                        + " where job_id = ? and row_no = ?",
                values);
    }

    @Override
    public long count(String jobId, Outcome outcome) {
        return sql.number("select count(*) from import_row where job_id = ? and outcome = ?", jobId, outcome.name());
    }

    @Override
    public void forEach(String jobId, Consumer<StagedRow> reader) {
        long after = 0;
        while (true) {
            List<StagedRow> portion = sql.list(
                    ROW_COLUMNS + "where job_id = ? and row_no > ? order by job_id, row_no fetch first " + A_PORTION
                            + " rows only",
                    JdbcImportJobs::row,
                    jobId,
                    after);
            portion.forEach(reader);
            if (portion.size() < A_PORTION) {
                return;
            }
            after = portion.get(portion.size() - 1).number();
        }
    }

    @Override
    public List<StagedRow> page(String jobId, Set<Outcome> outcomes, int first, int size) {
        List<Object> values = new ArrayList<>(List.of(jobId));
        String filter = "";
        if (!outcomes.isEmpty()) {
            filter = " and outcome in (" + String.join(", ", java.util.Collections.nCopies(outcomes.size(), "?")) + ")";
            outcomes.forEach(outcome -> values.add(outcome.name()));
        }
        return sql.list(
                ROW_COLUMNS + "where job_id = ?" + filter + " order by job_id, row_no offset " + first
                        + " rows fetch next " + size + " rows only",
                JdbcImportJobs::row,
                values.toArray());
    }

    @Override
    public long countAbsent(String jobId, String source) {
        return sql.number(
                "select count(*) from visa v where v.source = ?"
                        + " and v.family in (select distinct r.family from import_row r where r.job_id = ?)"
                        + " and not exists (select 1 from import_row m where m.job_id = ? and m.visa_id = v.id)",
                source,
                jobId,
                jobId);
    }

    private static String remarks(List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return "[]";
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        remarks.forEach(remark -> array.add(JSON.createObjectBuilder()
                .add("kind", remark.kind())
                .add("code", remark.code())
                .add("column", remark.column())
                .add("value", remark.value())));
        return array.build().toString();
    }

    private static List<Remark> remarks(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(remark -> new Remark(
                            remark.getString("kind"),
                            remark.getString("code"),
                            remark.getString("column"),
                            remark.getString("value")))
                    .toList();
        }
    }

    private static StagedRow row(ResultSet row) throws SQLException {
        Optional<String> reference = Optional.ofNullable(row.getString("reference_key"));
        Optional<String> visa = Optional.ofNullable(row.getString("visa_id"));
        long version = row.getLong("visa_version");
        String subject = row.getString("subject_key");
        String digest = row.getString("facts_digest");
        return new StagedRow(
                row.getLong("row_no"),
                row.getString("locator"),
                Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getString("family")),
                reference.map(key -> new Keys(key, subject, digest)),
                Optional.ofNullable(row.getString("facts")),
                remarks(row.getString("remarks")),
                visa.map(id -> new Match(VisaId.parse(id), version)),
                Optional.ofNullable(row.getString("slug")));
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        Optional<String> failure = Optional.ofNullable(row.getString("failure_code"));
        long line = row.getLong("failure_line");
        String detail = row.getString("failure_detail");
        return new ImportJob(
                row.getString("id"),
                row.getString("format"),
                Sql.day(row, "edition"),
                Sql.day(row, "received").orElseThrow(),
                row.getBoolean("dry_run"),
                State.valueOf(row.getString("state")),
                row.getString("source_name"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getString("created_by"),
                row.getString("organisation"),
                Sql.instant(row, "created_at"),
                row.getObject("finished_at") == null ? Optional.empty() : Optional.of(Sql.instant(row, "finished_at")),
                new Counts(
                        row.getLong("rows_read"),
                        row.getLong("rows_compared"),
                        row.getLong("rows_recorded"),
                        row.getLong("created_count"),
                        row.getLong("changed_count"),
                        row.getLong("unchanged_count"),
                        row.getLong("refused_count"),
                        row.getLong("absent_count")),
                failure.map(code -> new Failure(code, line, detail == null ? "" : detail)),
                row.getBoolean("cancel_asked"));
    }
}
