package org.sceau.registry.web.headers;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.application.administering.Languages;

/** The security headers of an answer, by its path. */
public final class SecurityHeaders {
    private static final String PUBLIC_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    /** The desks' scripts carry nonces: PrimeFaces adds that policy, and a browser then enforces both. */
    private static final String DESK_POLICY =
            "object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
                            + "magnetometer=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private SecurityHeaders() {}

    /** Puts them on an answer; whoever answers before the filters do must call this. */
    public static void putOn(String path, Languages languages, HttpServletResponse response) {
        response.setHeader("Server", "registry");
        EVERYWHERE.forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", policyFor(path, languages));
        if (isForEveryone(path)) {
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
    }

    static Map<String, String> everywhere() {
        return EVERYWHERE;
    }

    static String policyFor(String path, Languages languages) {
        return languages.bare(path).matches("/desk(/.*)?") ? DESK_POLICY : PUBLIC_POLICY;
    }

    /**
     * {@code Strict-Transport-Security} for one year, where the registry is reached by https; nothing over plain http, where the
     * header means nothing (RFC 6797 cl. 7.2). Other hosts of the operator's domain are not ours to bind.
     */
    static Optional<String> transportFor(URI publicUrl) {
        return "https".equalsIgnoreCase(publicUrl.getScheme()) ? Optional.of("max-age=31536000") : Optional.empty();
    }

    /** Lists and other files are made to be fetched by anyone's page; all else stays with us. */
    static boolean isForEveryone(String path) {
        return path.startsWith("/trust-lists/") && (path.endsWith(".xml") || path.endsWith(".sha2"))
                || path.startsWith("/figures/") && path.endsWith(".csv");
    }
}
