package org.sceau.registry.application.identifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes away what lets somebody into an account besides the password: tokens, and sessions that are open. */
@ApplicationScoped
public class EndAccess {
    private final Tokens tokens;
    private final Sessions sessions;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected EndAccess() {
        this(null, null);
    }

    @Inject
    public EndAccess(Tokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** In the caller's transaction. */
    public void of(String accountId) {
        tokens.revokeAll(accountId);
        sessions.endAll(accountId);
    }
}
