package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.domain.party.Role;

/** Accounts as JPA rows. */
@ApplicationScoped
public class JpaAccounts implements Accounts {
    @PersistenceContext(unitName = "registry")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OneWriter writer;

    @Override
    public Optional<Account> byUsername(String username) {
        return entities.createNamedQuery("account.byUsername", AccountRow.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst()
                .map(AccountRow::toAccount);
    }

    @Override
    public Optional<Account> byId(String id) {
        return Optional.ofNullable(entities.find(AccountRow.class, id)).map(AccountRow::toAccount);
    }

    @Override
    public void add(Account account, Instant createdAt) {
        writer.beforeWrite();
        entities.persist(new AccountRow(account, createdAt));
        entities.flush();
    }

    @Override
    public void replaceRoles(String accountId, Set<Role> roles) {
        change(accountId, row -> row.replaceRoles(roles));
    }

    @Override
    public void replacePassword(String accountId, String passwordHash) {
        change(accountId, row -> row.replacePassword(passwordHash));
    }

    @Override
    public void replaceActive(String accountId, boolean active) {
        change(accountId, row -> row.replaceActive(active));
    }

    private void change(String accountId, Consumer<AccountRow> change) {
        writer.beforeWrite();
        change.accept(Optional.ofNullable(entities.find(AccountRow.class, accountId))
                .orElseThrow(() -> new IllegalStateException("no account of this id")));
        entities.flush();
    }

    @Override
    public List<Account> of(String organisation) {
        return entities.createNamedQuery("account.byOrganisation", AccountRow.class)
                .setParameter("organisation", organisation)
                .getResultStream()
                .map(AccountRow::toAccount)
                .toList();
    }

    @Override
    public List<Account> open() {
        return entities.createNamedQuery("account.open", AccountRow.class)
                .getResultStream()
                .map(AccountRow::toAccount)
                .toList();
    }

    @Override
    public long countHaving(Role role) {
        return entities.createQuery(
                        "select count(a) from AccountRow a where concat(',', a.roles, ',') like :role", Long.class)
                .setParameter("role", "%," + role.code() + ",%")
                .getSingleResult();
    }

    @Override
    public boolean isEmpty() {
        return entities.createQuery("select count(a) from AccountRow a", Long.class)
                        .getSingleResult()
                == 0;
    }
}
