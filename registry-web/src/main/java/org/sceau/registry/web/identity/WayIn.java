package org.sceau.registry.web.identity;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.web.address.RequestPath;

/** The one mechanism the container sees: leads each request to its way in. */
@ApplicationScoped
@Alternative
@Priority(1)
@DeclareRoles({
    "SPONSOR",
    "EVALUATOR",
    "CERTIFIER",
    "REVIEWER",
    "DECIDER",
    "PUBLISHER",
    "NCCA_SUPERVISOR",
    "NCCA_APPROVER",
    "COMPLAINT_HANDLER",
    "AUDITOR",
    "ADMINISTRATOR",
    "MANAGER"
})
public class WayIn implements HttpAuthenticationMechanism {
    @Inject
    @SuppressWarnings("NullAway.Init")
    TokenWay tokens;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ProviderWay provider;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    @Inject
    @ByForm
    @SuppressWarnings("NullAway.Init")
    HttpAuthenticationMechanism form;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        String path = RequestPath.of(request);
        return switch (Way.of(path)) {
            case TOKEN -> tokens.validateRequest(request, response, context);
            case PROVIDER -> {
                if (path.equals(Way.PROVIDER_START)) {
                    ProviderServlet.remember(request, languages);
                }
                yield provider.validateRequest(request, response, context);
            }
            case FORM -> form.validateRequest(request, response, context);
        };
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        form.cleanSubject(request, response, context);
    }
}
