package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.domain.access.Reach;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Opening;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.VisaId;

/** Dossiers as rows: one canonical JSON a version, and the columns that are asked for. */
@ApplicationScoped
public class JdbcDossiers implements Dossiers {
    private static final String COLUMNS = "select d.content, d.recorded_at, d.position from dossier d ";
    private static final int LARGEST_PAGE = 200;

    private final Sql sql;
    private final Schemes schemes;
    private final ReadBefore<Dossier> before = new ReadBefore<>(Dossier.class);

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcDossiers() {
        this(null, null);
    }

    @Inject
    public JdbcDossiers(Sql sql, Schemes schemes) {
        this.sql = sql;
        this.schemes = schemes;
    }

    @Override
    public Optional<Recorded> find(DossierId id) {
        return sql.one(COLUMNS + "where d.id = ?", row -> present(id, row, ""), id.toString());
    }

    @Override
    public Optional<Recorded> find(DossierId id, Instant knownAt) {
        return sql.one(
                "select content, recorded_at, position from dossier_version where dossier_id = ? and recorded_at <= ?"
                        + " order by version desc fetch first 1 rows only",
                JdbcDossiers::recorded,
                id.toString(),
                knownAt);
    }

    @Override
    public Optional<Recorded> find(DossierId id, long version) {
        return sql.one(
                "select content, recorded_at, position from dossier_version where dossier_id = ? and version = ?",
                JdbcDossiers::recorded,
                id.toString(),
                version);
    }

    @Override
    public Optional<Whole> whoeverAsks(DossierId id) {
        return sql.asHouse(() -> find(id).map(recorded -> new Whole(recorded, visasOf(id))));
    }

    @Override
    public Optional<SchemeId> schemeOf(DossierId id) {
        return sql.asHouse(() -> sql.one(
                "select d.scheme from dossier d where d.id = ?", row -> new SchemeId(row.getString(1)), id.toString()));
    }

    @Override
    public void add(Recorded recorded, String content, Set<Party> parties) {
        Dossier dossier = recorded.dossier();
        sql.write(
                "insert into dossier (id, number, version, scheme, scheme_version, kind, stage, ended, subject_name,"
                        + " sponsor, about, content, recorded_at, position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                dossier.id().toString(),
                dossier.opening().number(),
                dossier.version(),
                dossier.opening().scheme().scheme().value(),
                dossier.opening().scheme().version(),
                dossier.opening().kind().name(),
                dossier.stage(),
                isEnded(dossier),
                dossier.application().subject().name(),
                dossier.parties().sponsor().name(),
                dossier.opening().about().map(VisaId::toString),
                content,
                recorded.recordedAt(),
                recorded.position());
        addVersion(recorded, content);
        addParties(dossier.id(), parties);
    }

    @Override
    public void replace(Recorded recorded, String content, Set<Party> before, Set<Party> parties) {
        Dossier dossier = recorded.dossier();
        sql.writeOne(
                "update dossier set version = ?, stage = ?, ended = ?, subject_name = ?, content = ?, recorded_at = ?,"
                        + " position = ? where id = ? and version = ?",
                dossier.version(),
                dossier.stage(),
                isEnded(dossier),
                dossier.application().subject().name(),
                content,
                recorded.recordedAt(),
                recorded.position(),
                dossier.id().toString(),
                dossier.version() - 1);
        addVersion(recorded, content);
        removeParties(dossier.id(), without(before, parties));
        addParties(dossier.id(), without(parties, before));
    }

    private static Set<Party> without(Set<Party> some, Set<Party> others) {
        Set<Party> left = new LinkedHashSet<>(some);
        left.removeAll(others);
        return left;
    }

    /** The rows of other parties are not the actor's to see; whether it may send one of them away was asked before. */
    private void removeParties(DossierId id, Set<Party> gone) {
        gone.forEach(party -> sql.asHouse(() -> sql.update(
                "delete from dossier_party where dossier_id = ? and organisation = ? and side = ?",
                id.toString(),
                party.organisation(),
                party.side().name())));
    }

    @Override
    public void link(DossierId dossier, VisaId visa) {
        sql.write("insert into dossier_visa (dossier_id, visa_id) values (?, ?)", dossier.toString(), visa.toString());
    }

    @Override
    public List<Granted> granted() {
        return sql.list(
                "select d.id, v.visa_id from dossier d join dossier_visa v on"
                        + " v.dossier_id = d.id where d.position = (select max(e.position) from dossier e join"
                        + " dossier_visa w on w.dossier_id = e.id where w.visa_id = v.visa_id) order by v.visa_id",
                row -> new Granted(DossierId.parse(row.getString("id")), VisaId.parse(row.getString("visa_id"))));
    }

    @Override
    public Optional<Recorded> leadingTo(VisaId visa) {
        return sql.asHouse(() -> sql.one(
                COLUMNS + "join dossier_visa v on v.dossier_id = d.id where v.visa_id = ?"
                        + " order by d.position desc fetch first 1 rows only",
                JdbcDossiers::recorded,
                visa.toString()));
    }

    @Override
    public Optional<Recorded> granting(VisaId visa) {
        // What followed the grant is about the visa, and led to it too where the visa stayed.
        return sql.asHouse(() -> sql.one(
                COLUMNS + "join dossier_visa v on v.dossier_id = d.id where v.visa_id = ?"
                        + " and (d.about is null or d.about <> v.visa_id)"
                        + " order by d.position fetch first 1 rows only",
                JdbcDossiers::recorded,
                visa.toString()));
    }

    @Override
    public List<Recorded> thatLedTo(VisaId visa) {
        return sql.asHouse(() -> sql.list(
                COLUMNS + "join dossier_visa v on v.dossier_id = d.id where v.visa_id = ?",
                JdbcDossiers::recorded,
                visa.toString()));
    }

    @Override
    public List<Recorded> behind(VisaId visa) {
        return sql.asHouse(() -> sql.list(
                COLUMNS + "where d.about = ? or d.id in (select v.dossier_id from dossier_visa v where v.visa_id = ?)"
                        + " order by d.number",
                JdbcDossiers::recorded,
                visa.toString(),
                visa.toString()));
    }

    @Override
    public List<VisaId> visasOf(DossierId dossier) {
        return sql.list(
                "select visa_id from dossier_visa where dossier_id = ? order by visa_id",
                row -> VisaId.parse(row.getString("visa_id")),
                dossier.toString());
    }

    @Override
    public boolean complaintHandled(Dossier dossier, String name) {
        // A complaint about a visa names the dossiers behind it; a follow-up that was opened since is about that visa.
        return handled("dossier:" + dossier.id(), name)
                || dossier.opening()
                        .about()
                        .filter(visa -> complaintHandled(visa, name))
                        .isPresent();
    }

    @Override
    public boolean complaintHandled(VisaId visa, String name) {
        return handled("visa:" + visa, name);
    }

    private boolean handled(String matter, String name) {
        return sql.asHouse(() -> sql.number(
                        "select count(*) from complaint_matter m join complaint_handler h on h.complaint_id ="
                                + " m.complaint_id where m.matter = ? and h.name = ?",
                        matter,
                        name))
                > 0;
    }

    @Override
    public Optional<Erased> erased(DossierId id) {
        return sql.asHouse(() -> sql.one(
                "select number, kept_until, legal_day, first_word, second_word, recorded_at, position from erasure_order"
                        + " where dossier_id = ?",
                row -> new Erased(
                        id,
                        row.getString("number"),
                        Sql.day(row, "kept_until").orElseThrow(),
                        Sql.day(row, "legal_day").orElseThrow(),
                        Optional.ofNullable(row.getString("first_word")),
                        row.getString("second_word"),
                        Sql.instant(row, "recorded_at"),
                        row.getLong("position")),
                id.toString()));
    }

    @Override
    public boolean wasParty(DossierId erased, String organisation) {
        return sql.asHouse(() -> sql.one(
                        "select salt from erasure_order where dossier_id = ?",
                        row -> HexFormat.of().parseHex(row.getString(1)),
                        erased.toString())
                .filter(salt -> sql.number(
                                "select count(*) from erasure_party where dossier_id = ? and commitment = ?",
                                erased.toString(),
                                JdbcErasures.commitment(salt, organisation))
                        > 0)
                .isPresent());
    }

    @Override
    public List<Standing> standing(Set<SchemeId> schemes, Set<String> stages, int most) {
        if (schemes.isEmpty() || stages.isEmpty()) {
            return List.of();
        }
        List<String> values =
                new ArrayList<>(schemes.stream().map(SchemeId::value).sorted().toList());
        stages.stream().sorted().forEach(values::add);
        return sql.asHouse(() -> sql.list(
                "select d.id, d.position from dossier d where d.scheme in (" + marks(schemes.size())
                        + ") and d.stage in (" + marks(stages.size()) + ") order by d.number fetch first " + most
                        + " rows only",
                row -> new Standing(DossierId.parse(row.getString("id")), row.getLong("position")),
                values.toArray()));
    }

    private static String marks(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    @Override
    public List<DossierId> page(Reach reach, Optional<VisaId> visa, Optional<String> before, int most) {
        StringBuilder query = new StringBuilder("select d.id from dossier d where 1 = 1");
        List<Object> values = new ArrayList<>();
        WithinReach.add(reach, "d", query, values);
        visa.ifPresent(of -> {
            query.append(" and d.id in (select v.dossier_id from dossier_visa v where v.visa_id = ?"
                    + " union select a.id from dossier a where a.about = ?)");
            values.add(of.toString());
            values.add(of.toString());
        });
        before.ifPresent(number -> {
            // The number of a dossier beyond the reach is no number: it tells nothing, not even that it exists.
            query.append(" and d.position < (select b.position from dossier b where b.number = ?");
            values.add(number);
            WithinReach.add(reach, "b", query, values);
            query.append(")");
        });
        query.append(" order by d.position desc fetch first ")
                .append(Math.max(1, Math.min(most, LARGEST_PAGE)))
                .append(" rows only");
        return sql.list(query.toString(), row -> DossierId.parse(row.getString(1)), values.toArray());
    }

    @Override
    public List<DossierId> open(Reach reach, int most) {
        StringBuilder query = new StringBuilder("select d.id from dossier d where d.ended = false");
        List<Object> values = new ArrayList<>();
        WithinReach.add(reach, "d", query, values);
        query.append(" order by d.number fetch first ").append(most).append(" rows only");
        return sql.list(query.toString(), row -> DossierId.parse(row.getString(1)), values.toArray());
    }

    private boolean isEnded(Dossier dossier) {
        Opening opening = dossier.opening();
        return schemes.revision(opening.scheme(), opening.definition())
                .or(() -> schemes.version(opening.scheme()))
                .flatMap(SchemeVersion::conduct)
                .map(Conduct::procedure)
                .flatMap(procedure -> procedure.stage(dossier.stage()))
                .map(stage -> stage.phase().isEnd())
                .orElse(false);
    }

    private void addVersion(Recorded recorded, String content) {
        sql.write(
                "insert into dossier_version (dossier_id, version, content, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?)",
                recorded.dossier().id().toString(),
                recorded.dossier().version(),
                content,
                recorded.recordedAt(),
                recorded.position());
    }

    private void addParties(DossierId id, Set<Party> parties) {
        parties.forEach(party -> sql.write(
                "insert into dossier_party (dossier_id, organisation, side) values (?, ?, ?)",
                id.toString(),
                party.organisation(),
                party.side().name()));
    }

    /**
     * A dossier as it is now, from its columns in a row of more.
     *
     * @param prefix of the names of its columns
     */
    public Recorded present(DossierId id, ResultSet row, String prefix) throws SQLException {
        return new Recorded(
                before.read(id.toString(), row.getString(prefix + "content")),
                Sql.instant(row, prefix + "recorded_at"),
                row.getLong(prefix + "position"));
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                CanonicalRecord.parse(row.getString("content"), Dossier.class),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
