package org.sceau.registry.web.identity;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.AuditLog;
import org.sceau.registry.application.identifying.SignIn;
import org.sceau.registry.web.address.RequestPath;

/** The way in by form: shows the page, hears an attempt. Wrong and unknown are answered alike. */
@WebServlet({"/sign-in", "/en/sign-in", "/fr/sign-in"})
public final class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/views/desk/sign-in.xhtml";
    private static final int LONGEST_FIELD = 200;

    /** Attribute of the request: why the attempt was not heard or not good, a code of the problem texts. */
    public static final String REASON = "org.sceau.sign-in.reason";
    /** Attribute of the request: seconds until the next attempt is heard. */
    public static final String SECONDS = "org.sceau.sign-in.seconds";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient AuditLog audit;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient SecurityContext security;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Provider provider;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient SignInDelays delays;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Languages languages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient SignIn signIn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getUserPrincipal() != null) {
            leadBack(request, response);
        } else {
            show(request, response, HttpServletResponse.SC_OK);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String username = field(request, "username");
        String password = field(request, "password");
        String address = request.getRemoteAddr();
        if (!FormToken.isRight(request, request.getParameter(FormToken.FIELD))) {
            audit.record(Actor.ANONYMOUS, "sign-in", "-", "form-expired");
            refuse(request, response, "form-expired", HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (!provider.hasPasswords()) {
            audit.record(Actor.ANONYMOUS, "sign-in", "-", "passwords-closed");
            refuse(request, response, "passwords-closed", HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Duration wait = delays.left(username, address);
        if (!wait.isZero()) {
            long seconds = wait.toSeconds() + 1;
            request.setAttribute(SECONDS, seconds);
            response.setHeader("Retry-After", Long.toString(seconds));
            audit.record(Actor.ANONYMOUS, "sign-in", "-", "sign-in-too-soon");
            refuse(request, response, "sign-in-too-soon", 429);
            return;
        }
        AuthenticationStatus status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams().credential(new UsernamePasswordCredential(username, password)));
        if (status != AuthenticationStatus.SUCCESS) {
            delays.failed(username, address);
            refuse(request, response, "sign-in-failed", HttpServletResponse.SC_OK);
            return;
        }
        delays.succeeded(username, address);
        DeskSession.of(request).ifPresent(signIn::end);
        DeskSession.rotate(request);
        DeskSession.keep(request, signIn.begin(username, Browser.of(request.getHeader("User-Agent"))));
        leadBack(request, response);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String reason, int status)
            throws ServletException, IOException {
        request.setAttribute(REASON, reason);
        show(request, response, status);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(VIEW).forward(request, response);
    }

    private void leadBack(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        String desk = new WayBack(languages).safe(request.getParameter("to"), RequestPath.of(request));
        response.setHeader("Location", desk);
    }

    private static String field(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null || value.length() > LONGEST_FIELD ? "" : value;
    }
}
