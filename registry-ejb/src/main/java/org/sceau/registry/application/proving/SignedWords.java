package org.sceau.registry.application.proving;

import java.time.Instant;
import java.util.List;

/** Words that somebody signed with a passkey: the evidence of who agreed to exactly what. Nothing of it changes. */
public interface SignedWords {

    /**
     * One word.
     *
     * @param digest     SHA-256 of what it is about, lower-case hexadecimal
     * @param nonce      base64url; the challenge that was signed is SHA-256 of the bytes of the digest and of this
     * @param answer     of the browser, as JSON: what was signed, and the signature (WebAuthn cl. 5.2.2)
     * @param credential public key that signed, with its id, base64url (WebAuthn cl. 6.5.2)
     * @param position   journal position of the entry that commits to all of it
     */
    record Signed(
            String accountId,
            String username,
            String digest,
            String nonce,
            String answer,
            String credential,
            Instant at,
            long position) {}

    void add(Signed signed);

    /** All about a digest, the earliest first. */
    List<Signed> about(String digest);
}
