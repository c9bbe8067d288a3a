package org.sceau.registry.api.problem;

import java.util.Map;
import org.sceau.registry.domain.refusal.Refusal;

/** Which HTTP status a refusal has, and which code a bare HTTP status has. */
final class Statuses {
    static final int UNPROCESSABLE = 422;

    static final Map<Refusal.Kind, Integer> OF_KIND = Map.of(
            Refusal.Kind.INVALID, 400,
            Refusal.Kind.UNAUTHENTICATED, 401,
            Refusal.Kind.FORBIDDEN, 403,
            Refusal.Kind.NOT_FOUND, 404,
            Refusal.Kind.CONFLICT, 409,
            Refusal.Kind.GONE, 410,
            Refusal.Kind.STALE, 412,
            Refusal.Kind.TOO_LARGE, 413,
            Refusal.Kind.UNCONDITIONAL, 428,
            Refusal.Kind.UNAVAILABLE, 503);

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
