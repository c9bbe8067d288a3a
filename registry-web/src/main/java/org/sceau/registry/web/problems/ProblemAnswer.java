package org.sceau.registry.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.problem.ProblemResponse;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.application.administering.Language;

/** A problem document as the interface gives it, from where the interface itself was not reached. */
public final class ProblemAnswer {
    private static final String CHALLENGE = "WWW-Authenticate";

    private ProblemAnswer() {}

    /**
     * Writes the whole answer, in the language that the request prefers; a challenge that was put on it already stays.
     *
     * @param otherwise spoken to a request that prefers none of ours
     */
    public static void write(
            Problem problem, Language otherwise, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemTexts texts = ProblemTexts.acceptable(request.getHeader("Accept-Language"), otherwise);
        byte[] body = problem.json(texts).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", texts.language().getLanguage());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED && response.getHeader(CHALLENGE) == null) {
            response.setHeader(CHALLENGE, ProblemResponse.CHALLENGE);
        }
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
