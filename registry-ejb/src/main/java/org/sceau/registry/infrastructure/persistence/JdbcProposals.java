package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.deciding.Proposals;
import org.sceau.registry.application.evaluating.Around;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.VisaId;

/** Proposals as rows: one canonical JSON a version, and the columns that are asked for. */
@ApplicationScoped
public class JdbcProposals implements Proposals {
    private static final String COLUMNS = "select content, recorded_at, position from proposal ";

    private final Sql sql;
    private final JdbcDossiers dossiers;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcProposals() {
        this(null, null);
    }

    @Inject
    public JdbcProposals(Sql sql, JdbcDossiers dossiers) {
        this.sql = sql;
        this.dossiers = dossiers;
    }

    @Override
    public Optional<Recorded> find(ProposalId id) {
        return sql.one(COLUMNS + "where id = ?", JdbcProposals::recorded, id.toString());
    }

    @Override
    public Optional<Recorded> find(ProposalId id, long version) {
        return sql.one(
                "select content, recorded_at, position from proposal_version where proposal_id = ? and version = ?",
                JdbcProposals::recorded,
                id.toString(),
                version);
    }

    @Override
    public Optional<WithDossier> findWithDossier(ProposalId id, String name) {
        return sql.one(
                "select p.content, p.recorded_at, p.position, d.id as dossier_id, d.content as dossier_content,"
                        + " d.recorded_at as dossier_recorded_at, d.position as dossier_position,"
                        + " (select count(*) from complaint_matter m join complaint_handler h on h.complaint_id ="
                        + " m.complaint_id where h.name = ? and (m.matter = 'dossier:' || d.id or m.matter = 'visa:' ||"
                        + " d.about)) as handled, (select coalesce(max(position), -1) from laboratory) as laboratories,"
                        + " (select coalesce(max(position), -1) from scheme_revision) as revisions from proposal p"
                        + " left join dossier d on d.id = p.dossier_id where p.id = ?",
                row -> new WithDossier(
                        recorded(row),
                        dossier(row),
                        new Around(
                                name,
                                row.getLong("handled") > 0,
                                row.getLong("laboratories"),
                                row.getLong("revisions"))),
                name,
                id.toString());
    }

    @Override
    public Optional<Subject> subject(ProposalId id) {
        return sql.asHouse(() -> sql.one(
                "select p.kind, p.dossier_id, p.visa_id from proposal p where p.id = ?",
                row -> new Subject(
                        DecisionKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("dossier_id")).map(DossierId::parse),
                        Optional.ofNullable(row.getString("visa_id")).map(VisaId::parse)),
                id.toString()));
    }

    @Override
    public List<Recorded> about(DossierId dossier) {
        return sql.asHouse(() -> sql.list(
                COLUMNS + "where dossier_id = ? order by position", JdbcProposals::recorded, dossier.toString()));
    }

    @Override
    public List<Recorded> about(VisaId visa) {
        return sql.asHouse(() ->
                sql.list(COLUMNS + "where visa_id = ? order by position", JdbcProposals::recorded, visa.toString()));
    }

    @Override
    public void add(Recorded recorded, String content) {
        Proposal proposal = recorded.proposal();
        sql.write(
                "insert into proposal (id, version, kind, state, expires, dossier_id, visa_id, digest, content,"
                        + " recorded_at, position, proposer) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                proposal.id().toString(),
                proposal.version(),
                proposal.content().kind().name(),
                proposal.state().name(),
                proposal.expires(),
                proposal.content().dossier().map(Object::toString),
                proposal.content().visa().map(Object::toString),
                proposal.digest(),
                content,
                recorded.recordedAt(),
                recorded.position(),
                proposal.proposer().name());
        addVersion(recorded, content);
    }

    @Override
    public void replace(Recorded recorded, String content) {
        Proposal proposal = recorded.proposal();
        sql.writeOne(
                "update proposal set version = ?, state = ?, expires = ?, digest = ?, content = ?, recorded_at = ?,"
                        + " position = ?, proposer = ?, approver = ? where id = ? and version = ?",
                proposal.version(),
                proposal.state().name(),
                proposal.expires(),
                proposal.digest(),
                content,
                recorded.recordedAt(),
                recorded.position(),
                proposal.proposer().name(),
                approver(proposal),
                proposal.id().toString(),
                proposal.version() - 1);
        addVersion(recorded, content);
    }

    /** Who said the second word; nobody before, and for one that was not followed. */
    private static Optional<String> approver(Proposal proposal) {
        return proposal.state() == Proposal.State.EFFECTIVE
                ? proposal.answers().stream()
                        .filter(Proposal.Answer::approves)
                        .map(answer -> answer.by().name())
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public List<Recorded> open(LocalDate day, Optional<ProposalId> after, int most) {
        // An expired one behind which somebody reads on keeps its place.
        return page(
                "state = 'OPEN' and expires >= ?",
                day,
                "(expires > (select expires from proposal where id = ?) or expires = (select expires from proposal"
                        + " where id = ?) and id > ?)",
                after.map(id -> List.<Object>of(id.toString(), id.toString(), id.toString())),
                "expires, id",
                most);
    }

    @Override
    public List<Recorded> about(VisaId visa, Optional<ProposalId> after, int most) {
        return about("visa_id = ?", visa.toString(), after, most);
    }

    @Override
    public List<Recorded> about(DossierId dossier, Optional<ProposalId> after, int most) {
        return about("dossier_id = ?", dossier.toString(), after, most);
    }

    private List<Recorded> about(String what, String which, Optional<ProposalId> after, int most) {
        return page(
                what,
                which,
                "position > (select position from proposal where id = ?)",
                after.map(id -> List.<Object>of(id.toString())),
                "position",
                most);
    }

    private List<Recorded> page(
            String what, Object which, String behind, Optional<List<Object>> after, String order, int most) {
        List<Object> values = new ArrayList<>(List.of(which));
        after.ifPresent(values::addAll);
        return sql.list(
                COLUMNS + "where " + what + after.map(id -> " and " + behind).orElse("") + " order by " + order
                        + " fetch first " + most + " rows only",
                JdbcProposals::recorded,
                values.toArray());
    }

    private void addVersion(Recorded recorded, String content) {
        sql.write(
                "insert into proposal_version (proposal_id, version, content, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?)",
                recorded.proposal().id().toString(),
                recorded.proposal().version(),
                content,
                recorded.recordedAt(),
                recorded.position());
    }

    private Optional<Dossiers.Recorded> dossier(ResultSet row) throws SQLException {
        String id = row.getString("dossier_id");
        return id == null ? Optional.empty() : Optional.of(dossiers.present(DossierId.parse(id), row, "dossier_"));
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                CanonicalRecord.parse(row.getString("content"), Proposal.class),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
