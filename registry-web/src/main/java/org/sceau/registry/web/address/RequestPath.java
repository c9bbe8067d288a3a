package org.sceau.registry.web.address;

import jakarta.servlet.http.HttpServletRequest;

/** The path a request is for: decoded, without path parameters, below the context root. */
public final class RequestPath {
    private RequestPath() {}

    public static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
