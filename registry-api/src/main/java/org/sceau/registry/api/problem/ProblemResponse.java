package org.sceau.registry.api.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A {@link Problem} as an answer. Never kept by caches; says in which language it speaks. */
public final class ProblemResponse {
    /** Answers "who are you?" (RFC 6750). */
    public static final String CHALLENGE = "Bearer realm=\"sceau\"";

    private ProblemResponse() {}

    public static Response of(Problem problem, ProblemTexts texts) {
        Response.ResponseBuilder answer = Response.status(problem.status(), reason(problem.status()))
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.language().getLanguage())
                .entity(problem.json(texts));
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return answer.build();
    }

    /** The words of the status line; the framework knows those of older standards only. */
    private static String reason(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }
}
