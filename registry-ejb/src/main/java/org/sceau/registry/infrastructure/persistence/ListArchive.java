package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.publishing.ListStore;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.searching.IssueMarks;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;

/** Issues of trust lists: immutable files below {@code publication/} of the data folder, and the rows that make them public. */
@ApplicationScoped
public class ListArchive implements ListStore, IssueMarks {
    private static final String COLUMNS =
            "select family, sequence, issued_at, next_update, services, sha256, size_bytes from trust_list_issue ";

    private final Sql sql;
    private final Path folder;
    private final Schemes schemes;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ListArchive() {
        this.sql = null;
        this.folder = null;
        this.schemes = null;
    }

    @Inject
    public ListArchive(Sql sql, Settings settings, Schemes schemes) {
        this.sql = sql;
        this.folder = settings.home().resolve("publication").resolve("trust-lists");
        this.schemes = schemes;
    }

    @Override
    public List<PublishedList> current() {
        List<FamilyId> order =
                schemes.families().stream().map(family -> family.id()).toList();
        return sql
                .list(
                        COLUMNS
                                + "i where sequence = (select max(m.sequence) from trust_list_issue m where m.family = i.family)",
                        ListArchive::list)
                .stream()
                .sorted(Comparator.comparingInt(list -> order.indexOf(list.family())))
                .toList();
    }

    @Override
    public Optional<PublishedList> current(FamilyId family) {
        return sql.one(
                COLUMNS + "where family = ? order by sequence desc fetch first 1 rows only",
                ListArchive::list,
                family.value());
    }

    @Override
    public Optional<PublishedList> issue(FamilyId family, long sequence) {
        return sql.one(COLUMNS + "where family = ? and sequence = ?", ListArchive::list, family.value(), sequence);
    }

    @Override
    public List<PublishedList> history(FamilyId family) {
        return sql.list(COLUMNS + "where family = ? order by sequence desc", ListArchive::list, family.value());
    }

    @Override
    public InputStream open(PublishedList list, Part part) throws IOException {
        Path file = folder.resolve(list.family().value()).resolve(list.sequence() + ".xml");
        return Files.newInputStream(part == Part.XML ? file : file.resolveSibling(digestName(file)));
    }

    @Override
    public Path fileOf(FamilyId family, long sequence) throws IOException {
        return Files.createDirectories(folder.resolve(family.value())).resolve(sequence + ".xml");
    }

    @Override
    public void add(PublishedList list, LocalDate coveredDay, long position) {
        sql.update(
                "insert into trust_list_issue (family, sequence, issued_at, next_update, covered_day, services, sha256,"
                        + " size_bytes, position) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                list.family().value(),
                list.sequence(),
                list.issuedAt(),
                list.nextUpdate(),
                coveredDay,
                list.services(),
                list.sha256(),
                list.bytes(),
                position);
    }

    @Override
    public Optional<LocalDate> coveredDay(FamilyId family) {
        return sql.one(
                "select covered_day from trust_list_issue where family = ? order by sequence desc fetch first 1 rows only",
                row -> row.getObject(1, LocalDate.class),
                family.value());
    }

    @Override
    public long position(FamilyId family) {
        return sql.one(
                        "select position from trust_list_issue where family = ? order by sequence desc fetch first 1 rows only",
                        row -> row.getLong(1),
                        family.value())
                .orElse(-1L);
    }

    @Override
    public Optional<Mark> newest(FamilyId family, long upTo) {
        return sql.one(
                "select position, covered_day from trust_list_issue where family = ? and position <= ?"
                        + " order by sequence desc fetch first 1 rows only",
                ListArchive::mark,
                family.value(),
                upTo);
    }

    @Override
    public Optional<Mark> newest(FamilyId family, Instant knownAt) {
        return sql.one(
                "select i.position, i.covered_day from trust_list_issue i join journal j on j.position = i.position"
                        + " where i.family = ? and j.recorded_at <= ? order by i.sequence desc fetch first 1 rows only",
                ListArchive::mark,
                family.value(),
                knownAt);
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getLong(1), row.getObject(2, LocalDate.class));
    }

    private static String digestName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.xml$", ".sha2");
    }

    private static PublishedList list(ResultSet row) throws SQLException {
        return new PublishedList(
                new FamilyId(row.getString("family")),
                row.getLong("sequence"),
                Sql.instant(row, "issued_at"),
                Sql.instant(row, "next_update"),
                row.getLong("services"),
                row.getString("sha256"),
                row.getLong("size_bytes"));
    }
}
