package org.sceau.registry.web.address;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sceau.registry.application.administering.Languages;

/** Leads a public address to its page. Declared in {@code web.xml}, for requests from outside only. */
public final class AddressFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUERY = 8_000;

    /** Attribute of the request that holds its {@link Destination.Page}. */
    public static final String PAGE = "org.sceau.page";

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Languages languages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Destination destination = Addresses.read(pathOf(request), languages);
        if (destination instanceof Destination.Page page) {
            show(page, request, response);
        } else if (destination instanceof Destination.Moved moved) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", moved.location() + query(request));
        } else if (destination instanceof Destination.Nowhere) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void show(Destination.Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        request.setAttribute(PAGE, page);
        request.getRequestDispatcher(page.view().file()).forward(request, response);
    }

    private static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        return path.isEmpty() ? "/" : path;
    }

    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean plain = query != null
                && query.length() <= LONGEST_QUERY
                && query.chars().noneMatch(Character::isISOControl);
        return plain ? "?" + query : "";
    }
}
