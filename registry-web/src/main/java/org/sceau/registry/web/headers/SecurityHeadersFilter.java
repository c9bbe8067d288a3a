package org.sceau.registry.web.headers;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.web.address.RequestPath;

/** Puts the headers about security and keeping on every answer, errors included. First of the filters in {@code web.xml}. */
public final class SecurityHeadersFilter extends HttpFilter {
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
        String path = RequestPath.of(request);
        SecurityHeaders.putOn(path, languages, response);
        SecurityHeaders.transportFor(settings.publicUrl())
                .ifPresent(rule -> response.setHeader("Strict-Transport-Security", rule));
        response.setHeader("Cache-Control", Caching.of(path, languages));
        chain.doFilter(request, response);
    }
}
