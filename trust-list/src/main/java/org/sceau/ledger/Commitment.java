package org.sceau.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * A salted commitment to a plaintext that is kept, and can be erased, apart: the ledger shows it, the salt with the
 * plaintext opens it, and without the salt nothing can be guessed from it.
 */
public final class Commitment {
    /** Length of every salt. Fixed, so that salt and plaintext cannot be cut apart in two ways. */
    public static final int SALT_BYTES = 32;

    // Starts unlike a leaf (0x00) and an inner node (0x01), so that no commitment can pass for either.
    private static final byte[] DOMAIN = "sceau-commitment-v1\0".getBytes(StandardCharsets.US_ASCII);

    private Commitment() {}

    /** A fresh salt. */
    public static byte[] newSalt(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /**
     * SHA-256 of {@code "sceau-commitment-v1"}, a zero byte, the salt and the plaintext.
     *
     * @throws IllegalArgumentException unless the salt has exactly 32 bytes
     */
    public static Hash of(byte[] salt, byte[] plaintext) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        return Hash.over(DOMAIN, salt, plaintext);
    }
}
