package org.sceau.registry.application.identifying;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id (RFC 9106) with 19 MiB, two passes and one lane, a salt of 16 bytes and a tag of 32: written in the usual
 * form {@code $argon2id$v=19$m=19456,t=2,p=1$salt$tag}. A hash carries its own cost, so that the cost can be raised later.
 */
public final class PasswordHash {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int MOST_MEMORY_KIB = 1 << 18;
    private static final int MOST_PASSES = 20;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final int LONGEST_PASSWORD = 200;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=1\\$([\\w+/]{22})\\$([\\w+/]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    /** @param password at most 200 characters; longer ones are refused rather than cut */
    public static String of(String password) {
        if (password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("a password has at most " + LONGEST_PASSWORD + " characters");
        }
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return String.format(
                Locale.ROOT,
                "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s",
                MEMORY_KIB,
                PASSES,
                base64.encodeToString(salt),
                base64.encodeToString(tag(password, salt, MEMORY_KIB, PASSES)));
    }

    /** Whether the password gives this hash; takes as long for a wrong one. False for a hash of another form. */
    public static boolean matches(String password, String hash) {
        Matcher parts = FORM.matcher(hash);
        if (!parts.matches() || password.length() > LONGEST_PASSWORD) {
            return false;
        }
        int memory = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        if (memory < 8 || memory > MOST_MEMORY_KIB || passes < 1 || passes > MOST_PASSES) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(3));
        byte[] expected = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(expected, tag(password, salt, memory, passes));
    }

    private static byte[] tag(String password, byte[] salt, int memoryKib, int passes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] tag = new byte[TAG_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), tag);
        return tag;
    }
}
