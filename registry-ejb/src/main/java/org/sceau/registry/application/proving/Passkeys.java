package org.sceau.registry.application.proving;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.identifying.Factors;

/** Passkeys as browsers speak of them (WebAuthn Level 2): what a page hands to the browser, and what the browser hands back. */
public interface Passkeys {

    /** Whom a new one is for. */
    record Owner(String accountId, String username, String name) {}

    /** Whether browsers have any for the public address: they are bound to a name, and to no number (WebAuthn cl. 5.1.3). */
    boolean arePossible();

    /**
     * What {@code navigator.credentials.create} is asked, as JSON.
     *
     * @param challenge base64url
     * @param known     credential ids the account has already
     */
    String creation(String challenge, Owner owner, List<String> known);

    /** What {@code navigator.credentials.get} is asked, as JSON. */
    String request(String challenge, List<String> known);

    /** Which challenge an answer is for, by its own word; empty for one that cannot be read. */
    Optional<String> challengeOf(String answer);

    /** The credential of an answer of {@code create} to a challenge; empty where it is not good. */
    Optional<Factors.Credential> created(String answer, String challenge, String factorId);

    /** Which credential an answer of {@code get} comes from, by its own word; empty for one that cannot be read. */
    Optional<String> credentialOf(String answer);

    /** The count of signatures after a good answer of {@code get}; empty where it is not good. */
    Optional<Long> shown(String answer, String challenge, Factors.Credential credential);
}
