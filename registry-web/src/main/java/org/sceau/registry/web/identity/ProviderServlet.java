package org.sceau.registry.web.identity;

import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.AuditLog;
import org.sceau.registry.application.identifying.SignIn;

/** Where somebody arrives whom the provider knows: lets in the account of that name, as far as the provider says that more than a password was shown. */
@WebServlet({Way.PROVIDER_START, Way.PROVIDER_END})
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public final class ProviderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Words for more than a password (RFC 8176 cl. 2). */
    private static final Set<String> SECOND_FACTORS = Set.of("mfa", "otp", "hwk", "swk", "sc", "fpt", "face", "pop");

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");
    private static final String TO = "org.sceau.provider-to";

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient OpenIdContext context;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient SignIn signIn;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient AuditLog audit;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Languages languages;

    /** Keeps which desk was asked for, before the container leads to the provider. */
    static void remember(HttpServletRequest request, Languages languages) {
        request.getSession().setAttribute(TO, new WayBack(languages).safe(request.getParameter("to"), "/sign-in"));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Principal principal = request.getUserPrincipal();
        Object to = request.getSession().getAttribute(TO);
        Optional<Actor> known = principal == null ? Optional.empty() : signIn.known(principal.getName());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        if (known.isEmpty()) {
            audit.record(Actor.ANONYMOUS, "sign-in", "provider", "sign-in-failed");
            request.logout();
            request.getSession().invalidate();
            response.setHeader("Location", languages.address(languages.first(), "/sign-in") + "?provider=unknown");
            return;
        }
        DeskSession.of(request).ifPresent(signIn::end);
        DeskSession.rotate(request);
        String session = signIn.begin(known.get().name(), Browser.of(request.getHeader("User-Agent")));
        provenAt().ifPresent(at -> signIn.proven(session, at));
        DeskSession.keep(request, session);
        audit.record(known.get(), "sign-in", "provider", "ok");
        response.setHeader(
                "Location", to instanceof String desk ? desk : languages.address(languages.first(), "/desk/"));
    }

    /** When a second factor was shown there, by the signed word of the provider ({@code amr}, {@code auth_time}); empty where it does not say so. */
    private Optional<Instant> provenAt() {
        Map<String, Object> claims = context.getIdentityToken().getClaims();
        boolean second = claims.get("amr") instanceof Collection<?> ways
                && ways.stream().map(ProviderServlet::text).anyMatch(SECOND_FACTORS::contains);
        Object at = claims.get("auth_time");
        if (!second) {
            return Optional.empty();
        }
        if (at instanceof Date date) {
            return Optional.of(date.toInstant());
        }
        // Seconds, sometimes with a fraction; whatever else it is proves nothing.
        return at != null && SECONDS.matcher(text(at)).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text(at).split("\\.", 2)[0])))
                : Optional.empty();
    }

    private static String text(Object value) {
        return value instanceof JsonValue json ? json.toString().replace("\"", "") : String.valueOf(value);
    }
}
