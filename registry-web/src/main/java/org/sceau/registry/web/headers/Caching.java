package org.sceau.registry.web.headers;

import org.sceau.registry.application.administering.Languages;

/**
 * How long an answer may be kept, by its path (RFC 9111 cl. 5.2.2). A default: what knows better, such as a signed issue that never
 * changes or an error, says so itself afterwards.
 */
final class Caching {
    /** Styles and marks change with a release only, and keep their ETag for the hour after. */
    private static final String AN_HOUR = "public, max-age=3600";
    /** May be held but never shown again unasked: a visa in force today may have expired after midnight. */
    private static final String ASK_AGAIN = "no-cache";

    private static final String KEEP_NOTHING = "no-store";

    private Caching() {}

    /**
     * @param path path of the request below the context root, as the container resolved it, never as the client wrote it
     */
    static String of(String path, Languages languages) {
        if (languages.bare(path).matches("/(desk(/.*)?|sign-in|sign-out|invitation/.*)")) {
            return KEEP_NOTHING;
        }
        return path.startsWith("/assets/") || path.startsWith("/resources/") ? AN_HOUR : ASK_AGAIN;
    }
}
