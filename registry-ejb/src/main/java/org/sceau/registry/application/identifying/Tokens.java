package org.sceau.registry.application.identifying;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.door.Permission;

/** Tokens of machines as stored: of the token itself only the hash. */
public interface Tokens {

    /**
     * One token.
     *
     * @param label    what its owner calls it, 1 to 100 characters
     * @param only     what it lets a machine do; absent for all that its account may
     * @param lastUsed to the hour; absent as long as nobody came with it
     * @param factorAt when a second factor was shown with it last
     */
    record Token(
            String id,
            String accountId,
            String label,
            Optional<Set<Permission>> only,
            Instant createdAt,
            Instant expiresAt,
            Optional<Instant> lastUsed,
            boolean revoked,
            Optional<Instant> factorAt) {
        public Token {
            only = only.map(Set::copyOf);
        }

        /** Whether it still lets in. */
        public boolean isAlive(Instant now) {
            return !revoked && now.isBefore(expiresAt);
        }
    }

    Optional<Token> byHash(String tokenHash);

    /** The tokens of an account, newest first, at most 200. */
    List<Token> of(String accountId);

    /** One of an account. */
    Optional<Token> find(String accountId, String id);

    /** How many of an account still let in. */
    long alive(String accountId, Instant now);

    void add(Token token, String tokenHash);

    void revoke(String id);

    /** Ends all of an account. Their rows stay, so that a leaked one is never taken for an unknown one. */
    void revokeAll(String accountId);

    /** Keeps that somebody came with it; in the caller's transaction. */
    void used(String id, Instant at);

    /** Keeps that a second factor was shown with it; in the caller's transaction. */
    void factorShown(String id, Instant at);
}
