package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sceau.registry.application.inviting.ForgetFactors;

/** Tokens are revoked; their rows stay, so that a leaked one is never taken for an unknown one. */
@ApplicationScoped
public class JdbcForgetFactors implements ForgetFactors {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcForgetFactors() {
        this(null);
    }

    @Inject
    public JdbcForgetFactors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void forget(String accountId) {
        sql.update("update api_token set revoked = true where account_id = ? and revoked = false", accountId);
    }
}
