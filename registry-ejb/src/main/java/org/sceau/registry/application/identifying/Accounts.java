package org.sceau.registry.application.identifying;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.party.Role;

/** Accounts as stored. Passwords and tokens are here only as hashes. */
public interface Accounts {

    /**
     * @param id           random UUID
     * @param passwordHash salted and slow, see {@link PasswordHash}
     */
    record Account(
            String id, String username, String passwordHash, String organisation, Set<Role> roles, boolean active) {}

    Optional<Account> byUsername(String username);

    Optional<Account> byId(String id);

    void add(Account account, Instant createdAt);

    /** Gives an account exactly these roles, in the caller's transaction. */
    void replaceRoles(String accountId, Set<Role> roles);

    void replacePassword(String accountId, String passwordHash);

    void replaceActive(String accountId, boolean active);

    /** The accounts of an organisation, by username. */
    List<Account> of(String organisation);

    /** Every account that is not closed, by username. */
    List<Account> open();

    /** How many accounts have a role for all schemes, closed ones among them. */
    long countHaving(Role role);

    boolean isEmpty();
}
