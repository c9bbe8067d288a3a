package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.identifying.Factors;

/** Second factors as rows. */
@ApplicationScoped
public class JdbcFactors implements Factors {
    private static final String COLUMNS =
            "select id, account_id, kind, label, added_at, confirmed, last_used_at from second_factor ";
    /** Pages that wait for a passkey at one time: more would let one person fill the table. */
    private static final int OPEN_CHALLENGES = 9;

    private static final String SECRETS = "select id, sealed, last_step from second_factor where kind = 'TIME_CODES' ";

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcFactors() {
        this(null);
    }

    @Inject
    public JdbcFactors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Factor> of(String accountId) {
        return sql.list(
                COLUMNS + "where account_id = ? and confirmed = true order by added_at, id",
                JdbcFactors::factor,
                accountId);
    }

    @Override
    public Optional<Factor> find(String accountId, String id) {
        return sql.one(COLUMNS + "where account_id = ? and id = ?", JdbcFactors::factor, accountId, id);
    }

    @Override
    public boolean hasAny(String accountId) {
        return sql.number("select count(*) from second_factor where account_id = ? and confirmed = true", accountId)
                > 0;
    }

    @Override
    public void addTimeCodes(Factor factor, String sealed) {
        attempted(factor.accountId(), factor.addedAt());
        sql.update(
                "insert into second_factor (id, account_id, kind, label, added_at, confirmed, sealed, last_step)"
                        + " values (?, ?, 'TIME_CODES', ?, ?, ?, ?, -1)",
                factor.id(),
                factor.accountId(),
                factor.label(),
                factor.addedAt(),
                factor.confirmed(),
                sealed);
    }

    @Override
    public void forgetUnconfirmed(String accountId) {
        sql.update("delete from second_factor where account_id = ? and confirmed = false", accountId);
    }

    @Override
    public void addPasskey(Factor factor, Credential credential) {
        attempted(factor.accountId(), factor.addedAt());
        sql.update(
                "insert into second_factor (id, account_id, kind, label, added_at, confirmed, credential_id,"
                        + " credential, sign_count) values (?, ?, 'PASSKEY', ?, ?, ?, ?, ?, ?)",
                factor.id(),
                factor.accountId(),
                factor.label(),
                factor.addedAt(),
                factor.confirmed(),
                credential.credentialId(),
                credential.data(),
                credential.signCount());
    }

    /** Its row is there before the first attempt, so that attempts at one time wait for each other at it. */
    private void attempted(String accountId, Instant now) {
        if (sql.number("select count(*) from factor_attempt where account_id = ?", accountId) == 0) {
            sql.update("insert into factor_attempt (account_id, wrong, last_at) values (?, 0, ?)", accountId, now);
        }
    }

    @Override
    public void confirm(String id) {
        sql.update("update second_factor set confirmed = true where id = ?", id);
    }

    @Override
    public List<TimeSecret> timeSecrets(String accountId) {
        return sql.list(SECRETS + "and account_id = ? and confirmed = true", JdbcFactors::secret, accountId);
    }

    @Override
    public Optional<TimeSecret> timeSecret(String id) {
        return sql.one(SECRETS + "and id = ?", JdbcFactors::secret, id);
    }

    @Override
    public boolean useStep(String id, long step, Instant at) {
        return sql.update(
                        "update second_factor set last_step = ?, last_used_at = ? where id = ? and last_step < ?",
                        step,
                        at,
                        id,
                        step)
                == 1;
    }

    @Override
    public List<Credential> credentials(String accountId) {
        return sql.list(
                "select id, credential_id, credential, sign_count from second_factor"
                        + " where account_id = ? and kind = 'PASSKEY' and confirmed = true order by added_at, id",
                row -> new Credential(
                        row.getString("id"),
                        row.getString("credential_id"),
                        row.getString("credential"),
                        row.getLong("sign_count")),
                accountId);
    }

    @Override
    public void useCredential(String id, long signCount, Instant at) {
        sql.update("update second_factor set sign_count = ?, last_used_at = ? where id = ?", signCount, at, id);
    }

    @Override
    public void remove(String id) {
        sql.update("delete from second_factor where id = ?", id);
    }

    @Override
    public void removeAll(String accountId) {
        sql.update("delete from second_factor where account_id = ?", accountId);
        sql.update("delete from recovery_code where account_id = ?", accountId);
    }

    @Override
    public void putRecoveryCodes(String accountId, List<String> hashes) {
        sql.update("delete from recovery_code where account_id = ?", accountId);
        for (String hash : hashes) {
            sql.update("insert into recovery_code (account_id, code_hash) values (?, ?)", accountId, hash);
        }
    }

    @Override
    public boolean useRecoveryCode(String accountId, String hash) {
        return sql.update("delete from recovery_code where account_id = ? and code_hash = ?", accountId, hash) == 1;
    }

    @Override
    public long recoveryCodes(String accountId) {
        return sql.number("select count(*) from recovery_code where account_id = ?", accountId);
    }

    @Override
    public Optional<Attempts> attempts(String accountId) {
        return sql.one(
                "select wrong, last_at from factor_attempt where account_id = ? for update",
                row -> new Attempts(row.getInt("wrong"), Sql.instant(row, "last_at")),
                accountId);
    }

    @Override
    public void putAttempts(String accountId, Attempts attempts) {
        sql.update(
                "update factor_attempt set wrong = ?, last_at = ? where account_id = ?",
                attempts.wrong(),
                attempts.last(),
                accountId);
    }

    @Override
    public void addChallenge(Challenge challenge, Instant forgetBefore) {
        sql.update(
                "delete from factor_challenge where account_id = ? and made_at < ?",
                challenge.accountId(),
                forgetBefore);
        sql.update(
                "delete from factor_challenge where account_id = ? and id not in (select id from factor_challenge"
                        + " where account_id = ? order by made_at desc, id fetch first " + OPEN_CHALLENGES
                        + " rows only)",
                challenge.accountId(),
                challenge.accountId());
        sql.update(
                "insert into factor_challenge (id, account_id, challenge, purpose, made_at) values (?, ?, ?, ?, ?)",
                challenge.id(),
                challenge.accountId(),
                challenge.challenge(),
                challenge.purpose(),
                challenge.madeAt());
    }

    @Override
    public Optional<Challenge> takeChallenge(String accountId, String challenge, String purpose) {
        Optional<Challenge> found = sql.one(
                "select id, account_id, challenge, purpose, made_at from factor_challenge"
                        + " where account_id = ? and challenge = ? and purpose = ?",
                row -> new Challenge(
                        row.getString("id"),
                        row.getString("account_id"),
                        row.getString("challenge"),
                        row.getString("purpose"),
                        Sql.instant(row, "made_at")),
                accountId,
                challenge,
                purpose);
        return found.filter(known -> sql.update("delete from factor_challenge where id = ?", known.id()) == 1);
    }

    private static Factor factor(ResultSet row) throws SQLException {
        return new Factor(
                row.getString("id"),
                row.getString("account_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                Sql.instant(row, "added_at"),
                row.getBoolean("confirmed"),
                row.getObject("last_used_at") == null
                        ? Optional.empty()
                        : Optional.of(Sql.instant(row, "last_used_at")));
    }

    private static TimeSecret secret(ResultSet row) throws SQLException {
        return new TimeSecret(row.getString("id"), row.getString("sealed"), row.getLong("last_step"));
    }
}
