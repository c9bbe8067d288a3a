package org.sceau.registry.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.identifying.SignIn;
import org.sceau.registry.web.address.RequestPath;

/** The way out. By POST only, so that no link can sign anybody out. */
@WebServlet({"/sign-out", "/en/sign-out", "/fr/sign-out"})
public final class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Languages languages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient SignIn signIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!FormToken.isRight(request, request.getParameter(FormToken.FIELD))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        DeskSession.of(request).ifPresent(signIn::end);
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", new WayBack(languages).home(RequestPath.of(request)));
    }
}
