package org.sceau.registry.api.problem;

import java.util.Map;
import org.sceau.registry.domain.refusal.Refusal;

/** Which HTTP status a refusal has, and which code a bare HTTP status has. */
final class Statuses {
    static final int UNPROCESSABLE = 422;

    static final Map<Refusal.Kind, Integer> OF_KIND = Map.ofEntries(
            Map.entry(Refusal.Kind.INVALID, 400),
            Map.entry(Refusal.Kind.UNAUTHENTICATED, 401),
            Map.entry(Refusal.Kind.FORBIDDEN, 403),
            Map.entry(Refusal.Kind.NOT_FOUND, 404),
            Map.entry(Refusal.Kind.CONFLICT, 409),
            Map.entry(Refusal.Kind.GONE, 410),
            Map.entry(Refusal.Kind.STALE, 412),
            Map.entry(Refusal.Kind.TOO_LARGE, 413),
            Map.entry(Refusal.Kind.UNCONDITIONAL, 428),
            Map.entry(Refusal.Kind.TOO_SOON, 429),
            Map.entry(Refusal.Kind.UNAVAILABLE, 503));

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(401, "sign-in-needed"),
            Map.entry(403, "role-missing"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(412, "precondition-failed"),
            Map.entry(413, "body-too-large"),
            Map.entry(414, "address-too-long"),
            Map.entry(415, "media-type-unsupported"),
            Map.entry(428, "if-match-missing"),
            Map.entry(429, "too-many-requests"),
            Map.entry(431, "headers-too-long"),
            Map.entry(501, "method-unknown"),
            Map.entry(503, "unavailable"));

    private Statuses() {}

    static int of(Refusal.Kind kind) {
        Integer status = OF_KIND.get(kind);
        if (status == null) {
            throw new IllegalStateException("no status for " + kind);
        }
        return status;
    }

    /** @param status 400 to 599; one without a code of its own is the caller's mistake below 500 and a failure of ours from there */
    static String code(int status) {
        return CODES.getOrDefault(status, status < 500 ? "request-malformed" : "internal");
    }
}
