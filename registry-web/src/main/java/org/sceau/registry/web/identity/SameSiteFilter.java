package org.sceau.registry.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.web.address.RequestPath;
import org.sceau.registry.web.problems.ProblemAnswer;

/**
 * Refuses every request outside {@code /api} that could change something and does not come from a page of ours. Declared in
 * {@code web.xml} before whatever acts.
 */
public final class SameSiteFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Settings settings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Languages languages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean mayPass = Way.of(RequestPath.of(request)) == Way.TOKEN
                || SameSite.lets(
                        request.getMethod(),
                        request.getHeader("Sec-Fetch-Site"),
                        request.getHeader("Origin"),
                        settings.publicUrl());
        if (mayPass) {
            chain.doFilter(request, response);
        } else if (request.getRequestURI().startsWith("/api/")) {
            // A way around the interface, such as /api/../sign-out: whoever wrote it reads problem documents.
            ProblemAnswer.write(
                    Problem.of(HttpServletResponse.SC_FORBIDDEN, "cross-site-request"),
                    languages.first(),
                    request,
                    response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
