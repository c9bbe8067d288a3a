package org.sceau.registry.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.web.address.RequestPath;
import org.sceau.registry.web.headers.SecurityHeaders;

/**
 * Name and password, then the session. A protected page asked for without a session leads to the sign-in page with the way back.
 *
 * <p>The way back is ours and not the container's: the container would lead to an absolute address made from the Host header, and
 * would repeat a form that was sent into an ended session.
 */
@ApplicationScoped
@ByForm
@AutoApplySession
public class FormWay implements HttpAuthenticationMechanism {
    @Inject
    @SuppressWarnings("NullAway.Init")
    IdentityStoreHandler stores;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (context.isAuthenticationRequest() && context.getAuthParameters().getCredential() != null) {
            CredentialValidationResult result =
                    stores.validate(context.getAuthParameters().getCredential());
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? context.notifyContainerAboutLogin(result)
                    : AuthenticationStatus.SEND_FAILURE;
        }
        if (context.isProtected()) {
            String path = RequestPath.of(request);
            SecurityHeaders.putOn(path, languages, response);
            if (languages.isNowhere(path)) {
                // web.xml protects the desks of every language there could be; of these, this registry has none there.
                return context.responseNotFound();
            }
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location", new WayBack(languages).signInFor(WayBack.asked(path, request.getQueryString())));
            response.setHeader("Cache-Control", "no-store");
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return context.doNothing();
    }
}
