package org.sceau.registry.web.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A random word that a plain form carries and the session knows, so that only our own page can send it. */
public final class FormToken {
    /** Name of the hidden field. */
    public static final String FIELD = "token";

    private static final String ATTRIBUTE = "org.sceau.form-token";
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormToken() {}

    /** The session's word; begins a session where there is none. */
    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String fresh = HexFormat.of().formatHex(bytes);
        session.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    /** Whether a form bears the session's word. */
    public static boolean isRight(HttpServletRequest request, @Nullable String given) {
        HttpSession session = request.getSession(false);
        return given != null
                && session != null
                && session.getAttribute(ATTRIBUTE) instanceof String known
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
    }

    /** After the sign-in nothing from before it is good any more. */
    static void renew(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
