package org.sceau.registry.web.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;

/** When somebody signed in by the form, kept in the session: it may have begun long before, with a look at the page. */
final class SignedInSince {
    private static final String ATTRIBUTE = "org.sceau.signed-in-since";

    private SignedInSince() {}

    static void keep(HttpServletRequest request, Instant now) {
        request.getSession().setAttribute(ATTRIBUTE, now);
    }

    /** The beginning of time where a session does not say: then it is over as soon as any session of the account was ended. */
    static Instant of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Instant since ? since : Instant.EPOCH;
    }
}
