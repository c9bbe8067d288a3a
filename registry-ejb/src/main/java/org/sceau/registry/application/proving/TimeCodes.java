package org.sceau.registry.application.proving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time codes: HMAC-SHA-1, six digits, steps of 30 seconds (RFC 6238, RFC 4226 cl. 5.3), as every authenticator knows them. */
final class TimeCodes {
    /** RFC 4226 cl. 4 R6 recommends 160 bits. */
    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** Clocks differ by so many steps (RFC 6238 cl. 5.2). */
    private static final int DRIFT = 1;

    private TimeCodes() {}

    /**
     * The step whose code this is, at most one before or after now.
     *
     * @param after the last step that was shown: neither it nor one before it counts again
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long after) {
        long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        // All of them are compared: the time it takes tells nothing.
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            boolean same = MessageDigest.isEqual(
                    at(secret, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            if (same && step > after) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a step. */
    static String at(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] tag =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = tag[tag.length - 1] & 0xf;
            int number = ByteBuffer.wrap(tag, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
