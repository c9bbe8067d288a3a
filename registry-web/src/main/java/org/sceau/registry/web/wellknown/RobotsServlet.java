package org.sceau.registry.web.wellknown;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Operator;

/** {@code /robots.txt}: everything public may be read; filtered lists are endless and need not be. */
public class RobotsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // configuration that servlets share, never serialised with one
    Operator operator;

    @Inject
    @SuppressWarnings("serial") // configuration that servlets share, never serialised with one
    Languages languages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(text(operator.publicUrl().toString(), languages));
    }

    static String text(String publicUrl, Languages languages) {
        String filtered = languages.inOrder().stream()
                .map(language -> "Disallow: " + languages.address(language, "/catalogue?") + "\n")
                .collect(Collectors.joining());
        return """
                User-agent: *
                Disallow: /desk/
                Disallow: /api/
                %sSitemap: %s/sitemap.xml
                """.formatted(filtered, publicUrl);
    }
}
