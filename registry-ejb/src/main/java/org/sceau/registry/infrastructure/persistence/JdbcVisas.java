package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sceau.registry.application.importing.MatchingKeys;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.party.OrganisationKey;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** Visas as rows: one canonical JSON a version, and the columns that are asked for. */
@ApplicationScoped
public class JdbcVisas implements Visas {
    private static final String COLUMNS =
            "select id, slug, version, facts, source, edition, source_row, recorded_at, position from visa ";

    private static final String VERSIONS =
            "select v.id, v.slug, h.version, h.facts, h.source, h.edition, h.source_row, h.recorded_at, h.position"
                    + " from visa_version h join visa v on v.id = h.visa_id ";

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcVisas() {
        this(null);
    }

    @Inject
    public JdbcVisas(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Visa> find(VisaId id) {
        return sql.one(COLUMNS + "where id = ?", JdbcVisas::visa, id.toString());
    }

    @Override
    public Optional<Visa> find(Slug slug) {
        return sql.one(COLUMNS + "where slug = ?", JdbcVisas::visa, slug.value());
    }

    @Override
    public int countWithStem(Slug stem) {
        return (int) sql.number("select count(*) from visa where slug_stem = ?", stem.value());
    }

    @Override
    public Map<String, List<Known>> knownUnder(Collection<String> referenceKeys) {
        Map<String, List<Known>> known = new HashMap<>();
        if (referenceKeys.isEmpty()) {
            return known;
        }
        String marks = String.join(", ", java.util.Collections.nCopies(referenceKeys.size(), "?"));
        sql.forEach(
                "select reference_key, id, slug, version, subject_key, facts_digest, source from visa where reference_key in ("
                        + marks + ") order by reference_key, slug",
                row -> known.computeIfAbsent(row.getString("reference_key"), key -> new ArrayList<>())
                        .add(new Known(
                                VisaId.parse(row.getString("id")),
                                new Slug(row.getString("slug")),
                                row.getLong("version"),
                                row.getString("subject_key"),
                                row.getString("facts_digest"),
                                row.getString("source"))),
                referenceKeys.toArray());
        return known;
    }

    @Override
    public List<Visa> heldBy(FamilyId family, OrganisationKey holder) {
        return sql.list(
                COLUMNS + "where family = ? and holder_key = ? order by subject_name, id fetch first 1000 rows only",
                JdbcVisas::visa,
                family.value(),
                holder.value());
    }

    @Override
    public void add(Visa visa) {
        VisaFacts facts = visa.facts();
        String json = VisaContent.text(facts);
        sql.write(
                "insert into visa (id, slug, slug_stem, version, family, reference_key, subject_key, facts, facts_digest,"
                        + " holder_key, subject_name, first_day, last_day, listed, source, edition, source_row, recorded_at,"
                        + " position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                visa.id().toString(),
                visa.slug().value(),
                stem(visa.slug()),
                visa.version(),
                facts.family().value(),
                MatchingKeys.referenceKey(facts),
                MatchingKeys.subjectKey(facts),
                json,
                VisaContent.digest(facts, json),
                facts.holder().key().value(),
                facts.subject().name(),
                facts.validity().firstDay(),
                facts.validity().lastDay(),
                facts.listed(),
                visa.provenance().source(),
                visa.provenance().edition(),
                visa.provenance().row(),
                visa.recordedAt(),
                visa.position());
        addVersion(visa, json);
    }

    @Override
    public void replace(Visa visa) {
        VisaFacts facts = visa.facts();
        String json = VisaContent.text(facts);
        sql.writeOne(
                "update visa set slug = ?, slug_stem = ?, version = ?, family = ?, reference_key = ?, subject_key = ?, facts = ?, facts_digest = ?,"
                        + " holder_key = ?, subject_name = ?, first_day = ?, last_day = ?, listed = ?, source = ?,"
                        + " edition = ?, source_row = ?, recorded_at = ?, position = ? where id = ? and version = ?",
                visa.slug().value(),
                stem(visa.slug()),
                visa.version(),
                facts.family().value(),
                MatchingKeys.referenceKey(facts),
                MatchingKeys.subjectKey(facts),
                json,
                VisaContent.digest(facts, json),
                facts.holder().key().value(),
                facts.subject().name(),
                facts.validity().firstDay(),
                facts.validity().lastDay(),
                facts.listed(),
                visa.provenance().source(),
                visa.provenance().edition(),
                visa.provenance().row(),
                visa.recordedAt(),
                visa.position(),
                visa.id().toString(),
                visa.version() - 1);
        sql.write("delete from visa_day where visa_id = ?", visa.id().toString());
        sql.write("delete from visa_relation where visa_id = ?", visa.id().toString());
        addVersion(visa, json);
    }

    private void addVersion(Visa visa, String json) {
        sql.write(
                "insert into visa_version (visa_id, version, facts, source, edition, source_row, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                visa.id().toString(),
                visa.version(),
                json,
                visa.provenance().source(),
                visa.provenance().edition(),
                visa.provenance().row(),
                visa.recordedAt(),
                visa.position());
        visa.facts()
                .relations()
                .forEach(relation -> sql.write(
                        "insert into visa_relation (visa_id, kind, other_id) values (?, ?, ?)",
                        visa.id().toString(),
                        relation.kind().name(),
                        relation.visa().toString()));
        TreeSet<LocalDate> days = new TreeSet<>();
        visa.facts().statuses().stream().map(StatusChange::since).forEach(days::add);
        visa.facts().validity().lastDay().map(last -> last.plusDays(1)).ifPresent(days::add);
        days.forEach(day -> sql.write(
                "insert into visa_day (visa_id, family, legal_day) values (?, ?, ?)",
                visa.id().toString(),
                visa.facts().family().value(),
                day));
    }

    @Override
    public List<Visa> versions(VisaId id) {
        return sql.list(VERSIONS + "where h.visa_id = ? order by h.version desc", JdbcVisas::visa, id.toString());
    }

    @Override
    public Optional<Visa> version(VisaId id, long version) {
        return sql.one(VERSIONS + "where h.visa_id = ? and h.version = ?", JdbcVisas::visa, id.toString(), version);
    }

    @Override
    public Optional<Visa> find(VisaId id, Instant knownAt) {
        return sql.one(
                VERSIONS + "where h.visa_id = ? and h.recorded_at <= ? order by h.version desc fetch first 1 rows only",
                JdbcVisas::visa,
                id.toString(),
                knownAt);
    }

    @Override
    public List<Visa> knownAt(Instant instant, Optional<FamilyId> family, Optional<VisaId> after, int most) {
        List<Object> values = new ArrayList<>(List.of(instant, instant));
        StringBuilder question = new StringBuilder(VERSIONS)
                .append("where v.listed = true and h.recorded_at <= ? and h.version = (select max(x.version)")
                .append(" from visa_version x where x.visa_id = h.visa_id and x.recorded_at <= ?)");
        family.ifPresent(only -> {
            question.append(" and v.family = ?");
            values.add(only.value());
        });
        after.ifPresent(last -> {
            question.append(" and v.id > ?");
            values.add(last.toString());
        });
        question.append(" order by v.id fetch first ")
                .append(Math.min(most, 1_000))
                .append(" rows only");
        return sql.list(question.toString(), JdbcVisas::visa, values.toArray());
    }

    @Override
    public Optional<Visa> recordedBefore(VisaId id, long position) {
        return sql.one(
                VERSIONS + "where h.visa_id = ? and h.position < ? order by h.version desc fetch first 1 rows only",
                JdbcVisas::visa,
                id.toString(),
                position);
    }

    @Override
    public void forEachBeyond(FamilyId family, long position, LocalDate day, Consumer<Visa> reader) {
        sql.forEach(
                COLUMNS + "where family = ? and listed = true and (position > ? or first_day > ?) order by position",
                row -> reader.accept(visa(row)),
                family.value(),
                position,
                day);
    }

    @Override
    public List<Visa> resting() {
        return sql.list(
                COLUMNS + "where id in (select visa_id from visa_relation where kind = 'BASED_ON') order by id",
                JdbcVisas::visa);
    }

    @Override
    public List<Visa> replacing(VisaId former) {
        return sql.list(
                COLUMNS + "where id in (select visa_id from visa_relation where other_id = ? and kind = 'REPLACES')"
                        + " order by id",
                JdbcVisas::visa,
                former.toString());
    }

    @Override
    public void forEach(Consumer<Visa> reader) {
        sql.forEach(COLUMNS + "order by position", row -> reader.accept(visa(row)));
    }

    @Override
    public void forEach(FamilyId family, Consumer<Visa> reader) {
        sql.forEach(COLUMNS + "where family = ? order by id", row -> reader.accept(visa(row)), family.value());
    }

    @Override
    public List<Visa> publicAfter(FamilyId family, LocalDate day, Optional<Visa> after, int most) {
        String start = COLUMNS + "where family = ? and listed = true and first_day <= ? ";
        String end =
                "order by family, holder_key, subject_name, id fetch first " + Math.min(most, 10_000) + " rows only";
        if (after.isEmpty()) {
            return sql.list(start + end, JdbcVisas::visa, family.value(), day);
        }
        String holder = after.get().facts().holder().key().value();
        String subject = after.get().facts().subject().name();
        return sql.list(
                // The first condition is implied by the second and lets the index start at the right place.
                start
                        + "and holder_key >= ? and (holder_key > ? or (holder_key = ? and (subject_name > ? or (subject_name = ? and id > ?)))) "
                        + end,
                JdbcVisas::visa,
                family.value(),
                day,
                holder,
                holder,
                holder,
                subject,
                subject,
                after.get().id().toString());
    }

    @Override
    public long countPublic(FamilyId family) {
        return sql.number("select count(*) from visa where family = ? and listed = true", family.value());
    }

    @Override
    public List<Visa> latest(int count) {
        return sql.list(
                COLUMNS + "where listed = true order by position desc fetch first " + Math.min(count, 100)
                        + " rows only",
                JdbcVisas::visa);
    }

    @Override
    public boolean changesByDate(FamilyId family, LocalDate from, LocalDate to) {
        return sql.number(
                        "select count(*) from visa_day d join visa v on v.id = d.visa_id and v.listed = true"
                                + " where d.family = ? and d.legal_day > ? and d.legal_day <= ?",
                        family.value(),
                        from,
                        to)
                > 0;
    }

    private static String stem(Slug slug) {
        int mark = slug.value().lastIndexOf('~');
        return mark < 0 ? slug.value() : slug.value().substring(0, mark);
    }

    private static Visa visa(ResultSet row) throws SQLException {
        return new Visa(
                VisaId.parse(row.getString("id")),
                new Slug(row.getString("slug")),
                row.getLong("version"),
                VisaContent.parse(row.getString("facts")),
                new Provenance(row.getString("source"), Sql.day(row, "edition"), row.getString("source_row")),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
