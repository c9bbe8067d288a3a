package org.sceau.registry.api.problem;

import java.util.Map;
import org.sceau.registry.application.door.Refusal;

/** Which HTTP status a refusal has, and which code a bare HTTP status has. */
final class Statuses {
    static final int UNPROCESSABLE = 422;

    static final Map<Refusal.Kind, Integer> OF_KIND = Map.of(
            Refusal.Kind.INVALID, 400,
            Refusal.Kind.UNAUTHENTICATED, 401,
            Refusal.Kind.FORBIDDEN, 403,
            Refusal.Kind.NOT_FOUND, 404,
            Refusal.Kind.CONFLICT, 409,
            Refusal.Kind.TOO_LARGE, 413,
            Refusal.Kind.UNAVAILABLE, 503);

    private static final Map<Integer, String> CODES = Map.of(
            401, "sign-in-needed",
            403, "role-missing",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            412, "precondition-failed",
            413, "body-too-large",
            415, "media-type-unsupported",
            503, "unavailable");

    private Statuses() {}

    static int of(Refusal.Kind kind) {
        Integer status = OF_KIND.get(kind);
        if (status == null) {
            throw new IllegalStateException("no status for " + kind);
        }
        return status;
    }

    /** @param status 400 to 499, or 503 */
    static String code(int status) {
        return CODES.getOrDefault(status, "request-malformed");
    }
}
