package org.sceau.registry.application.inviting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** What opens an invitation: the word of its address (256 random bits), and the short code that the second person gives (60 bits). */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");
    /** Crockford's: none of its characters is taken for another one. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 12;
    private static final int GROUP = 4;

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
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** A code as somebody typed it, in the form it was given out: case, blanks and hyphens do not count. */
    static String read(String typed) {
        String bare = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return bare.length() == CODE_LENGTH
                ? bare.substring(0, GROUP) + "-" + bare.substring(GROUP, 2 * GROUP) + "-" + bare.substring(2 * GROUP)
                : "";
    }
}
