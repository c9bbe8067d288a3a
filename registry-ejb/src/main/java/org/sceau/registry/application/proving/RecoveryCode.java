package org.sceau.registry.application.proving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Codes on paper for the day a factor is lost: 80 random bits each, in four groups such as {@code 7K2M-9QXD-4TRA-1B0C}. */
final class RecoveryCode {
    /** How many somebody gets. */
    static final int COUNT = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Crockford's: none of its characters is taken for another one. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private RecoveryCode() {}

    static List<String> fresh() {
        return IntStream.range(0, COUNT).mapToObj(number -> random()).toList();
    }

    private static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What is kept of it, as somebody types it: case, blanks and hyphens do not count. Slowness would add nothing to so much chance. */
    static String hash(String typed) {
        String bare = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bare.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
