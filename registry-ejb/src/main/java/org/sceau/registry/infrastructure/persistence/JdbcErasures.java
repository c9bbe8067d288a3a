package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.sceau.ledger.Commitment;
import org.sceau.registry.application.erasing.Erasures;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.domain.dossier.DossierId;

/** Requests and orders as rows. The order comes first and the deletions behind it: without one the database refuses them. */
@ApplicationScoped
public class JdbcErasures implements Erasures {
    /** Proposals about a dossier. */
    static final String PROPOSALS = "(select id from proposal where dossier_id = ?)";

    private final Sql sql;
    private final SecureRandom random = new SecureRandom();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcErasures() {
        this(null);
    }

    @Inject
    public JdbcErasures(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Asked> asked(DossierId dossier) {
        return sql.one(
                "select account, organisation, applicant, grounds, legal_day, recorded_at, position from erasure_request"
                        + " where dossier_id = ?",
                row -> new Asked(
                        dossier,
                        row.getString("account"),
                        row.getString("organisation"),
                        row.getBoolean("applicant"),
                        row.getString("grounds"),
                        Sql.day(row, "legal_day").orElseThrow(),
                        Sql.instant(row, "recorded_at"),
                        row.getLong("position")),
                dossier.toString());
    }

    @Override
    public void ask(Asked asked) {
        String dossier = asked.dossier().toString();
        sql.update("delete from erasure_request where dossier_id = ?", dossier);
        sql.update(
                "insert into erasure_request (dossier_id, account, organisation, applicant, grounds, legal_day, recorded_at,"
                        + " position) values (?, ?, ?, ?, ?, ?, ?, ?)",
                dossier,
                asked.account(),
                asked.organisation(),
                asked.applicant(),
                asked.grounds(),
                asked.day(),
                asked.at(),
                asked.position());
    }

    @Override
    public void carryOut(Dossiers.Erased order, Set<String> parties) {
        String dossier = order.id().toString();
        byte[] salt = Commitment.newSalt(random);
        sql.update(
                "insert into erasure_order (dossier_id, number, kept_until, legal_day, first_word, second_word, salt,"
                        + " recorded_at, position) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                dossier,
                order.number(),
                order.keptUntil(),
                order.day(),
                order.firstWord(),
                order.secondWord(),
                HexFormat.of().formatHex(salt),
                order.at(),
                order.position());
        sql.batch(
                "insert into erasure_party (dossier_id, commitment) values (?, ?)",
                parties.stream()
                        .map(party -> new Object[] {dossier, commitment(salt, party)})
                        .toList());
        sql.update(
                "delete from journal_secret where position < ? and position in (select position from outbox where"
                        + " topic = 'DOSSIER' and (detail = ? or detail in " + PROPOSALS + "))",
                order.position(),
                dossier,
                dossier);
        forgetWhatWasTold(dossier);
        sql.update("delete from proposal_version where proposal_id in " + PROPOSALS, dossier);
        sql.update("delete from proposal where dossier_id = ?", dossier);
        sql.update("delete from dossier_version where dossier_id = ?", dossier);
        sql.update("delete from dossier_party where dossier_id = ?", dossier);
        sql.update("delete from dossier_visa where dossier_id = ?", dossier);
        sql.update("delete from erasure_request where dossier_id = ?", dossier);
        sql.update("delete from dossier where id = ?", dossier);
    }

    /** Tasks and notices about the dossier and its proposals, and what the entries about them hide. */
    private void forgetWhatWasTold(String dossier) {
        String about = "(about_id = ? or about_id in " + PROPOSALS + ")";
        sql.update(
                "delete from journal_secret where position in (select position from notice where " + about + ")",
                dossier,
                dossier);
        sql.update(
                "delete from journal_secret where position in (select b.position from outbox b join task on b.detail ="
                        + " task.id where b.topic = 'TASK' and " + about + ")",
                dossier,
                dossier);
        sql.update("delete from notice where " + about, dossier, dossier);
        sql.update(
                "delete from task_role where task_id in (select id from task where " + about + ")", dossier, dossier);
        sql.update("delete from task where " + about, dossier, dossier);
    }

    static String commitment(byte[] salt, String organisation) {
        return Commitment.of(salt, organisation.getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
