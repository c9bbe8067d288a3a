package org.sceau.it.house;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.infrastructure.persistence.Sql;

/** Accounts in their table without a server, which would bring JPA along. */
public final class AccountsInRows implements Accounts {
    private final Sql sql;

    AccountsInRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Account> byUsername(String username) {
        return by("username", username);
    }

    @Override
    public Optional<Account> byId(String id) {
        return by("id", id);
    }

    private Optional<Account> by(String column, String value) {
        return sql.one(
                "select id, username, password_hash, organisation, roles, active from account where " + column + " = ?",
                row -> new Account(
                        row.getString("id"),
                        row.getString("username"),
                        row.getString("password_hash"),
                        row.getString("organisation"),
                        Arrays.stream(row.getString("roles").split(",", -1))
                                .filter(code -> !code.isEmpty())
                                .map(Role::ofCode)
                                .collect(Collectors.toSet()),
                        row.getBoolean("active")),
                value);
    }

    @Override
    public void add(Account account, Instant createdAt) {
        sql.update(
                "insert into account (id, version, username, password_hash, organisation, roles, active, created_at)"
                        + " values (?, 1, ?, ?, ?, ?, ?, ?)",
                account.id(),
                account.username(),
                account.passwordHash(),
                account.organisation(),
                codes(account.roles()),
                account.active(),
                createdAt);
    }

    @Override
    public void replaceRoles(String accountId, Set<Role> roles) {
        sql.update("update account set version = version + 1, roles = ? where id = ?", codes(roles), accountId);
    }

    @Override
    public void replacePassword(String accountId, String passwordHash) {
        sql.update("update account set version = version + 1, password_hash = ? where id = ?", passwordHash, accountId);
    }

    @Override
    public void replaceActive(String accountId, boolean active) {
        sql.update("update account set version = version + 1, active = ? where id = ?", active, accountId);
    }

    @Override
    public List<Account> of(String organisation) {
        return sql
                .list(
                        "select username from account where organisation = ? order by username",
                        row -> row.getString(1),
                        organisation)
                .stream()
                .map(username -> byUsername(username).orElseThrow())
                .toList();
    }

    @Override
    public List<Account> open() {
        return sql
                .list("select username from account where active = true order by username", row -> row.getString(1))
                .stream()
                .map(username -> byUsername(username).orElseThrow())
                .toList();
    }

    @Override
    public long countHaving(Role role) {
        return sql.number("select count(*) from account where ',' || roles || ',' like ?", "%," + role.code() + ",%");
    }

    @Override
    public boolean isEmpty() {
        return sql.number("select count(*) from account") == 0;
    }

    private static String codes(Set<Role> roles) {
        return roles.stream().map(Role::code).sorted().collect(Collectors.joining(","));
    }
}
