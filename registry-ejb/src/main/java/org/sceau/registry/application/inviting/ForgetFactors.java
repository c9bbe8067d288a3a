package org.sceau.registry.application.inviting;

/** Takes away what let somebody into an account besides the password: second factors, recovery codes, tokens, open sessions. */
@FunctionalInterface
public interface ForgetFactors {
    /** In the caller's transaction. */
    void forget(String accountId);
}
