package org.sceau.registry.application.identifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Takes away what lets somebody into an account besides the password: tokens, and sessions that are open. */
@ApplicationScoped
public class EndAccess {
    private final Tokens tokens;
    private final SignOuts signOuts;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected EndAccess() {
        this(null, null);
    }

    @Inject
    public EndAccess(Tokens tokens, SignOuts signOuts) {
        this.tokens = tokens;
        this.signOuts = signOuts;
    }

    /** In the caller's transaction. */
    public void of(String accountId, Instant now) {
        tokens.revokeAll(accountId);
        signOuts.end(accountId, now);
    }
}
