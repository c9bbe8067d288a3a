package org.sceau.registry.web.headers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Puts the security headers on every answer, errors included. First of the filters in {@code web.xml}. */
public final class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        response.setHeader("Server", "registry");
        SecurityHeaders.everywhere().forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", SecurityHeaders.policyFor(path));
        if (SecurityHeaders.isForEveryone(path)) {
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        chain.doFilter(request, response);
    }
}
