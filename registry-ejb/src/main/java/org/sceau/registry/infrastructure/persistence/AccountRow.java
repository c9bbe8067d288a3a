package org.sceau.registry.infrastructure.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.domain.party.Role;

/** How an account lies in the database. */
@Entity
@Table(name = "account")
@NamedQuery(name = "account.byUsername", query = "select a from AccountRow a where a.username = :username")
@NamedQuery(
        name = "account.byOrganisation",
        query = "select a from AccountRow a where a.organisation = :organisation order by a.username")
@NamedQuery(name = "account.open", query = "select a from AccountRow a where a.active = true order by a.username")
@SuppressWarnings("NullAway.Init")
class AccountRow {
    @Id
    private String id;

    @Version
    private long version;

    @Column(nullable = false)
    private String username;

    @Column(name = "password_hash", nullable = false)
    private String passwordHash;

    @Column(nullable = false)
    private String organisation;

    @Column(nullable = false)
    private String roles;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "created_at", nullable = false)
    private OffsetDateTime createdAt;

    protected AccountRow() {}

    AccountRow(Accounts.Account account, java.time.Instant createdAt) {
        this.id = account.id();
        this.username = account.username();
        this.passwordHash = account.passwordHash();
        this.organisation = account.organisation();
        this.roles = codes(account.roles());
        this.active = account.active();
        this.createdAt = createdAt.atOffset(ZoneOffset.UTC);
    }

    void replaceRoles(Set<Role> newRoles) {
        roles = codes(newRoles);
    }

    void replacePassword(String hash) {
        passwordHash = hash;
    }

    void replaceActive(boolean now) {
        active = now;
    }

    private static String codes(Set<Role> all) {
        return all.stream().map(Role::code).sorted().collect(Collectors.joining(","));
    }

    Accounts.Account toAccount() {
        return new Accounts.Account(
                id,
                username,
                passwordHash,
                organisation,
                Arrays.stream(roles.split(",", -1))
                        .filter(code -> !code.isEmpty())
                        .map(Role::ofCode)
                        .collect(Collectors.toSet()),
                active);
    }
}
