package org.sceau.registry.application.proving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.sceau.registry.application.identifying.WrittenCode;

/** Codes on paper for the day a factor is lost: 80 random bits each, in four groups such as {@code 7K2M-9QXD-4TRA-1B0C}. */
final class RecoveryCode {
    /** How many somebody gets. */
    static final int COUNT = 10;

    private static final int GROUPS = 4;

    private RecoveryCode() {}

    static List<String> fresh() {
        return IntStream.range(0, COUNT)
                .mapToObj(number -> WrittenCode.random(GROUPS))
                .toList();
    }

    /** What is kept of it, as somebody types it. Slowness would add nothing to so much chance. */
    static String hash(String typed) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(WrittenCode.read(typed, GROUPS).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
