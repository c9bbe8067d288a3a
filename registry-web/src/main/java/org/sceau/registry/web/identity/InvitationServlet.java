package org.sceau.registry.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.inviting.AcceptInvitation;
import org.sceau.registry.domain.access.Invitation;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.address.RequestPath;
import org.sceau.registry.web.desk.DeskFrame;

/** Where an invited person chooses a password. The word of the address is the secret: it goes to no other site and into no cache. */
@WebServlet({"/invitation/*", "/en/invitation/*", "/fr/invitation/*"})
public final class InvitationServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/views/desk/invitation.xhtml";
    private static final int LONGEST_FIELD = 400;

    /** Attribute of the request: the invitation that the address opens; absent where it opens none. */
    public static final String INVITATION = "org.sceau.invitation";
    /** Attribute of the request: why the attempt was refused, a code of the problem texts. */
    public static final String REASON = "org.sceau.invitation.reason";

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient AcceptInvitation accepting;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Languages languages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response, HttpServletResponse.SC_OK);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String password = field(request, "password");
        if (!FormToken.isRight(request, request.getParameter(FormToken.FIELD))) {
            refuse(request, response, "form-expired", HttpServletResponse.SC_FORBIDDEN);
        } else if (!password.equals(field(request, "again"))) {
            refuse(request, response, "passwords-differ", HttpServletResponse.SC_OK);
        } else {
            try {
                accepting.accept(token(request), field(request, "code"), password);
                FormToken.renew(request);
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Cache-Control", "no-store");
                response.setHeader(
                        "Location",
                        languages.address(languages.of(RequestPath.of(request)), "/sign-in") + "?accepted=true");
            } catch (Refused refused) {
                refuse(request, response, refused.refusal().code(), HttpServletResponse.SC_OK);
            }
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String reason, int status)
            throws ServletException, IOException {
        request.setAttribute(REASON, reason);
        show(request, response, status);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        int answered = status;
        try {
            Invitation invitation = accepting.look(token(request));
            request.setAttribute(INVITATION, invitation);
        } catch (Refused refused) {
            request.setAttribute(REASON, refused.refusal().code());
            answered = HttpServletResponse.SC_NOT_FOUND;
        }
        request.setAttribute(DeskFrame.PLAIN_PATH, "/invitation/" + token(request));
        response.setStatus(answered);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        request.getRequestDispatcher(VIEW).forward(request, response);
    }

    /** What stands behind the last slash; of another shape than a secret has, it opens nothing, and is not repeated on the page. */
    private static String token(HttpServletRequest request) {
        String below = request.getPathInfo();
        String token = below == null ? "" : below.substring(1);
        return token.matches("[0-9a-f]{64}") ? token : "";
    }

    private static String field(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null || value.length() > LONGEST_FIELD ? "" : value;
    }
}
