package org.sceau.it.house;

import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.application.administering.Accounts;

/** Nobody has an account: tests bring their actors along. */
final class NoAccounts implements Accounts {
    @Override
    public Optional<Account> byUsername(String username) {
        return Optional.empty();
    }

    @Override
    public Optional<Account> byTokenHash(String tokenHash, Instant now) {
        return Optional.empty();
    }

    @Override
    public void add(Account account, Instant createdAt) {
        throw new IllegalStateException("not asked for");
    }

    @Override
    public void addToken(String tokenHash, String accountId, Instant createdAt, Instant expiresAt) {
        throw new IllegalStateException("not asked for");
    }

    @Override
    public boolean isEmpty() {
        return true;
    }
}
