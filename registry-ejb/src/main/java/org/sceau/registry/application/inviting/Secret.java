package org.sceau.registry.application.inviting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.sceau.registry.application.identifying.WrittenCode;

/** What opens an invitation: the word of its address (256 random bits), and the short code that the second person gives (60 bits). */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");
    private static final int GROUPS = 3;

    private Secret() {}

    static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static boolean isToken(String text) {
        return text.length() == 64 && TOKEN.matcher(text).matches();
    }

    /** What is kept of a token: lower-case hexadecimal of its SHA-256. */
    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In three groups, such as {@code 7K2M-9QXD-4TRA}. */
    static String code() {
        return WrittenCode.random(GROUPS);
    }

    /** A code as somebody typed it, in the form it was given out. */
    static String read(String typed) {
        return WrittenCode.read(typed, GROUPS);
    }
}
