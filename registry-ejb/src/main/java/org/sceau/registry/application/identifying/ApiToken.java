package org.sceau.registry.application.identifying;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A secret that lets a machine in: {@code sceau_} and 64 hexadecimal digits (256 random bits). Only its SHA-256 is stored; a slow
 * hash would add nothing to so much chance.
 */
public record ApiToken(String secret) {
    private static final Pattern SHAPE = Pattern.compile("sceau_[0-9a-f]{64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public ApiToken {
        if (!SHAPE.matcher(secret).matches()) {
            throw new IllegalArgumentException("not a token");
        }
    }

    public static boolean looksLikeOne(String text) {
        return text.length() == 70 && SHAPE.matcher(text).matches();
    }

    public static ApiToken random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new ApiToken("sceau_" + HexFormat.of().formatHex(bytes));
    }

    /** What the database keeps: lower-case hexadecimal. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "ApiToken[hidden]";
    }
}
