package org.sceau.registry.api.importing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a client prefers (RFC 7240). Only {@code respond-async} is heeded; others are ignored, as a preference may be. */
final class Preference {
    static final String RESPOND_ASYNC = "respond-async";
    private static final int LONGEST_HEADER = 500;

    private Preference() {}

    /** @param headers values of every {@code Prefer} header; null when there is none */
    static boolean wantsAsync(@Nullable List<String> headers) {
        return headers != null
                && headers.stream()
                        .filter(value -> value.length() <= LONGEST_HEADER)
                        .anyMatch(Preference::hasAsync);
    }

    private static boolean hasAsync(String header) {
        // Quoted values may hold commas and semicolons, and no preference we know has one.
        for (String preference :
                header.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"").split(",", -1)) {
            String name = preference.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (name.equals(RESPOND_ASYNC)) {
                return true;
            }
        }
        return false;
    }
}
