package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.inviting.Invitations;
import org.sceau.registry.domain.access.Invitation;
import org.sceau.registry.domain.access.InvitationId;

/** Invitations as rows: one canonical JSON each. */
@ApplicationScoped
public class JdbcInvitations implements Invitations {
    private static final int MOST = 200;

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcInvitations() {
        this(null);
    }

    @Inject
    public JdbcInvitations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recorded> find(InvitationId id) {
        return sql.one(
                "select content, recorded_at, position from invitation where id = ?",
                JdbcInvitations::recorded,
                id.toString());
    }

    @Override
    public Optional<Lock> byTokenHash(String tokenHash) {
        return sql.one(
                "select content, code_hash, wrong_codes from invitation where token_hash = ?",
                row -> new Lock(
                        CanonicalRecord.parse(row.getString("content"), Invitation.class),
                        Optional.ofNullable(row.getString("code_hash")),
                        row.getInt("wrong_codes")),
                tokenHash);
    }

    @Override
    public List<Recorded> of(String organisation) {
        return sql.list(
                "select content, recorded_at, position from invitation where organisation = ?"
                        + " order by position desc fetch first " + MOST + " rows only",
                JdbcInvitations::recorded,
                organisation);
    }

    @Override
    public boolean isInvited(String username, Instant now) {
        // A username is one for the whole house: whoever invites is told that it is taken, and not where.
        return sql
                .asHouse(() -> sql.list(
                        "select content from invitation where state in ('WAITING', 'OPEN') and username = ?",
                        row -> CanonicalRecord.parse(row.getString("content"), Invitation.class),
                        username))
                .stream()
                .anyMatch(invitation -> invitation.isAlive(now));
    }

    @Override
    public void add(Recorded recorded, String tokenHash) {
        Invitation invitation = recorded.invitation();
        sql.update(
                "insert into invitation (id, version, organisation, username, state, token_hash, wrong_codes, content,"
                        + " recorded_at, position) values (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)",
                invitation.id().toString(),
                invitation.version(),
                invitation.organisation(),
                invitation.invitee().username(),
                invitation.state().name(),
                tokenHash,
                CanonicalRecord.text(invitation),
                recorded.recordedAt(),
                recorded.position());
    }

    @Override
    public void replace(Recorded recorded) {
        Invitation invitation = recorded.invitation();
        Stale.requireOne(sql.update(
                "update invitation set version = ?, state = ?, content = ?, recorded_at = ? where id = ? and version = ?",
                invitation.version(),
                invitation.state().name(),
                CanonicalRecord.text(invitation),
                recorded.recordedAt(),
                invitation.id().toString(),
                invitation.version() - 1));
    }

    @Override
    public void lock(InvitationId id, String codeHash) {
        sql.update("update invitation set code_hash = ? where id = ?", codeHash, id.toString());
    }

    @Override
    public int countCode(InvitationId id) {
        sql.update("update invitation set wrong_codes = wrong_codes + 1 where id = ?", id.toString());
        return (int) sql.number("select wrong_codes from invitation where id = ?", id.toString());
    }

    @Override
    public void forgiveCode(InvitationId id) {
        sql.update("update invitation set wrong_codes = wrong_codes - 1 where id = ?", id.toString());
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                CanonicalRecord.parse(row.getString("content"), Invitation.class),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
