package org.sceau.registry.application.identifying;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes that people write down and type: groups of four characters with five random bits each, such as {@code 7K2M-9QXD-4TRA}. */
public final class WrittenCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Crockford's: none of its characters is taken for another one. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUP = 4;

    private WrittenCode() {}

    public static String random(int groups) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < groups * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** A code as somebody typed it, in the form it was given out: case, blanks and hyphens do not count. Empty for one of another length. */
    public static String read(String typed, int groups) {
        String bare = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return bare.length() == groups * GROUP ? bare.replaceAll("(.{" + GROUP + "})(?=.)", "$1-") : "";
    }
}
