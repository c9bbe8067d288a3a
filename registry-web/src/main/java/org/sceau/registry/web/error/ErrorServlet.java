package org.sceau.registry.web.error;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.web.address.Links;
import org.sceau.registry.web.problems.ProblemAnswer;

/**
 * Where the container turns when a page cannot be given. Tells a visitor the status in words and nothing of the cause; what
 * was thrown goes to the log under a number that both can name. Below {@code /api/} the same is said as a problem document
 * (RFC 9457) like those of the interface, for errors that never reach it.
 */
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(ErrorServlet.class.getName());
    private static final String PLAIN_BRAND = "Sceau";

    @Inject
    @SuppressWarnings("serial") // a client proxy of the container, never serialised with a servlet
    Instance<Operator> operators;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String incident = thrown == null && !isOurs(status) ? "" : logged(status, request.getMethod(), path, thrown);
        if (path.startsWith("/api/")) {
            Languages languages = read(Operator::languages, Languages.USUAL);
            ProblemAnswer.write(problem(status, incident), languages.first(), request, response);
            return;
        }
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        byte[] bytes = page(status, path, incident).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Whether the status alone says that something failed here. */
    static boolean isOurs(int status) {
        return status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                && status != HttpServletResponse.SC_NOT_IMPLEMENTED
                && status != HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    /** @param incident opaque number that is also in the log; empty when nothing was logged */
    static Problem problem(int status, String incident) {
        return incident.isEmpty() ? Problem.ofStatus(status) : Problem.ofIncident(status, incident);
    }

    private String page(int status, String path, String incident) {
        Languages languages = read(Operator::languages, Languages.USUAL);
        Language language = languages.of(path);
        String brand = read(operator -> operator.shortName().in(language.locale()), PLAIN_BRAND);
        return ErrorPage.html(status, new Links(languages, language), brand, incident);
    }

    private static String logged(int status, @Nullable String method, String path, @Nullable Throwable thrown) {
        String incident = UUID.randomUUID().toString();
        String said = String.format(
                Locale.ROOT, "incident %s: %d on %s %s", incident, status, method, path.replaceAll("\\p{Cntrl}", "?"));
        LOG.log(System.Logger.Level.ERROR, said, thrown);
        return incident;
    }

    /** What the operator's configuration says, when it can be read at all. */
    private <T> T read(Function<Operator, T> member, T otherwise) {
        try {
            return operators.isResolvable() ? member.apply(operators.get()) : otherwise;
        } catch (RuntimeException unreadable) {
            return otherwise;
        }
    }
}
