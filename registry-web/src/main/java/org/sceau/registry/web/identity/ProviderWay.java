package org.sceau.registry.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.PromptType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.AuditLog;
import org.sceau.registry.web.address.RequestPath;
import org.sceau.registry.web.headers.SecurityHeaders;

/**
 * Authorization code flow (OpenID Connect Core cl. 3.1) by the container. Everybody shows the provider anew who they are: a sign-in there that
 * was left open proves nothing here.
 *
 * <p>Our cookie does not travel with the provider's redirect to us, which comes from another site ({@code SameSite=Strict}). A page of ours
 * therefore repeats the request as its own.
 */
@ApplicationScoped
@OpenIdAuthenticationMechanismDefinition(
        providerURI = "${provider.issuer}",
        clientId = "${provider.client}",
        clientSecret = "${provider.secret}",
        redirectURI = "${provider.back}",
        claimsDefinition = @ClaimsDefinition(callerNameClaim = "${provider.name}"),
        prompt = PromptType.LOGIN)
public class ProviderWay {
    private static final Logger LOG = Logger.getLogger(ProviderWay.class.getName());
    private static final String AGAIN = "again";
    private static final int LONGEST = 4_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BeanManager beans;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Provider provider;

    @Inject
    @SuppressWarnings("NullAway.Init")
    AuditLog audit;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    private @Nullable HttpAuthenticationMechanism flow;

    /**
     * The container's own bean of this definition is behind our alternative, where injection does not find it: of all mechanisms the one
     * that no class of ours is.
     */
    @PostConstruct
    void find() {
        for (Bean<?> bean : beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE)) {
            if (!HttpAuthenticationMechanism.class.isAssignableFrom(bean.getBeanClass())) {
                flow = (HttpAuthenticationMechanism) beans.getReference(
                        bean, HttpAuthenticationMechanism.class, beans.createCreationalContext(bean));
            }
        }
    }

    AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        HttpAuthenticationMechanism mechanism = flow;
        if (!provider.isThere() || mechanism == null) {
            SecurityHeaders.putOn(RequestPath.of(request), languages, response);
            return context.responseNotFound();
        }
        if (RequestPath.of(request).equals(Way.PROVIDER_END)
                && request.getRequestedSessionId() == null
                && request.getParameter(AGAIN) == null) {
            repeat(request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        try {
            AuthenticationStatus status = mechanism.validateRequest(request, response, context);
            return status == AuthenticationStatus.SEND_FAILURE && !response.isCommitted()
                    ? turnBack(request, response, "refused")
                    : status;
        } catch (AuthenticationException | RuntimeException failure) {
            LOG.log(Level.WARNING, "the identity provider was asked in vain", failure);
            return turnBack(request, response, "unanswered");
        }
    }

    /** To the sign-in page, which says why. */
    private AuthenticationStatus turnBack(HttpServletRequest request, HttpServletResponse response, String why) {
        audit.record(Actor.ANONYMOUS, "sign-in", "provider", "provider-" + why);
        response.reset();
        SecurityHeaders.putOn(RequestPath.of(request), languages, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", languages.address(languages.first(), "/sign-in") + "?provider=" + why);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private void repeat(HttpServletRequest request, HttpServletResponse response) throws AuthenticationException {
        SecurityHeaders.putOn(RequestPath.of(request), languages, response);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentType("text/html;charset=UTF-8");
        String address = Way.PROVIDER_END + "?code=" + given(request, "code") + "&amp;state=" + given(request, "state")
                + "&amp;" + AGAIN + "=1";
        try {
            response.getWriter()
                    .write("<!DOCTYPE html><html lang=\"" + languages.first().code()
                            + "\"><head><meta charset=\"utf-8\"/><title>Sceau</title><meta http-equiv=\"refresh\" content=\"0;url="
                            + address + "\"/></head><body><p><a href=\"" + address + "\">Sceau</a></p></body></html>");
            response.flushBuffer();
        } catch (IOException gone) {
            throw new AuthenticationException(gone);
        }
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > LONGEST ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
