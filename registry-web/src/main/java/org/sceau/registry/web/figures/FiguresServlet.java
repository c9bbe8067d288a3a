package org.sceau.registry.web.figures;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sceau.registry.application.counting.ReadFigures;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.headers.EntityTags;

/** Hands out the numbers behind each chart as CSV. {@code HEAD} answers like {@code GET} without the bytes. */
public class FiguresServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // a client proxy of the container, never serialised with a servlet
    ReadFigures reading;

    @Inject
    @SuppressWarnings("serial") // configuration that servlets share, never serialised with one
    Schemes schemes;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<Subject> subject = Subject.ofFile(path == null ? "" : path);
        if (subject.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ReadFigures.Told told = reading.today();
        String tag = '"' + told.digest() + '"';
        response.setHeader("ETag", tag);
        if (EntityTags.isHeld(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] file = new FiguresFile(told.figures(), schemes).of(subject.get()).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"figures-" + subject.get().code() + ".csv\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
