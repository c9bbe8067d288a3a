package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.Tokens;

/** Tokens as rows. A permission that a later release no longer knows lets in nowhere. */
@ApplicationScoped
public class JdbcTokens implements Tokens {
    private static final String COLUMNS =
            "select id, account_id, label, acts, created_at, expires_at, last_used_at, revoked, factor_at from api_token ";

    private static final int MOST = 200;

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcTokens() {
        this(null);
    }

    @Inject
    public JdbcTokens(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Token> byHash(String tokenHash) {
        return sql.one(COLUMNS + "where token_hash = ?", JdbcTokens::token, tokenHash);
    }

    @Override
    public List<Token> of(String accountId) {
        return sql.list(
                COLUMNS + "where account_id = ? order by created_at desc, id fetch first " + MOST + " rows only",
                JdbcTokens::token,
                accountId);
    }

    @Override
    public Optional<Token> find(String accountId, String id) {
        return sql.one(COLUMNS + "where account_id = ? and id = ?", JdbcTokens::token, accountId, id);
    }

    @Override
    public long alive(String accountId, java.time.Instant now) {
        return sql.number(
                "select count(*) from api_token where account_id = ? and revoked = false and expires_at > ?",
                accountId,
                now);
    }

    @Override
    public void add(Token token, String tokenHash) {
        sql.update(
                "insert into api_token (token_hash, id, account_id, label, acts, created_at, expires_at, revoked)"
                        + " values (?, ?, ?, ?, ?, ?, ?, false)",
                tokenHash,
                token.id(),
                token.accountId(),
                token.label(),
                token.only()
                        .map(acts -> acts.stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                        .orElse(null),
                token.createdAt(),
                token.expiresAt());
    }

    @Override
    public void revoke(String id) {
        sql.update("update api_token set revoked = true where id = ?", id);
    }

    @Override
    public void revokeAll(String accountId) {
        sql.update("update api_token set revoked = true where account_id = ? and revoked = false", accountId);
    }

    @Override
    public void used(String id, java.time.Instant at) {
        sql.update("update api_token set last_used_at = ? where id = ?", at, id);
    }

    @Override
    public void factorShown(String id, java.time.Instant at) {
        sql.update("update api_token set factor_at = ? where id = ?", at, id);
    }

    private static Token token(ResultSet row) throws SQLException {
        String acts = row.getString("acts");
        return new Token(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("label"),
                Optional.ofNullable(acts).map(JdbcTokens::permissions),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "expires_at"),
                row.getObject("last_used_at") == null
                        ? Optional.empty()
                        : Optional.of(Sql.instant(row, "last_used_at")),
                row.getBoolean("revoked"),
                row.getObject("factor_at") == null ? Optional.empty() : Optional.of(Sql.instant(row, "factor_at")));
    }

    private static Set<Permission> permissions(String acts) {
        Set<String> named = Set.of(acts.split(",", -1));
        return Arrays.stream(Permission.values())
                .filter(permission -> named.contains(permission.name()))
                .collect(Collectors.toSet());
    }
}
