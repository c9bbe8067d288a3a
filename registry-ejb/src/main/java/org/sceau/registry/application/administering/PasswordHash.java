package org.sceau.registry.application.administering;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as PBKDF2-HMAC-SHA-256 with 600,000 rounds, a salt of 16 bytes and a key of 32: written
 * {@code pbkdf2-sha256$rounds$salt$key} in Base64.
 */
public final class PasswordHash {
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int LONGEST_PASSWORD = 200;
    private static final Pattern FORM = Pattern.compile("pbkdf2-sha256\\$(\\d{1,8})\\$([\\w+/=]+)\\$([\\w+/=]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    /** @param password at most 200 characters; longer ones are refused rather than cut */
    public static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return String.format(
                Locale.ROOT,
                "pbkdf2-sha256$%d$%s$%s",
                ROUNDS,
                base64.encodeToString(salt),
                base64.encodeToString(key(password, salt, ROUNDS)));
    }

    /** Whether the password gives this hash; takes as long for a wrong one. False for a hash of another form. */
    public static boolean matches(String password, String hash) {
        Matcher parts = FORM.matcher(hash);
        if (!parts.matches() || password.length() > LONGEST_PASSWORD) {
            return false;
        }
        int rounds = Math.min(MOST_ROUNDS, Math.max(1, Integer.parseInt(parts.group(1))));
        byte[] salt = Base64.getDecoder().decode(parts.group(2));
        byte[] expected = Base64.getDecoder().decode(parts.group(3));
        return MessageDigest.isEqual(expected, key(password, salt, rounds));
    }

    private static byte[] key(String password, byte[] salt, int rounds) {
        if (password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("a password has at most " + LONGEST_PASSWORD + " characters");
        }
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, KEY_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}
