package org.sceau.registry.web.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Which session of an account a session of the container is: it may have begun long before the sign-in, with a look at the page. */
public final class DeskSession {
    private static final String ATTRIBUTE = "org.sceau.desk-session";

    private DeskSession() {}

    static void keep(HttpServletRequest request, String id) {
        request.getSession().setAttribute(ATTRIBUTE, id);
    }

    /** Empty where nobody signed in. */
    static Optional<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }

    /** The same session under another cookie, and with other words in its forms: nothing from before a proof is good after it. */
    public static void rotate(HttpServletRequest request) {
        request.changeSessionId();
        FormToken.renew(request);
    }
}
