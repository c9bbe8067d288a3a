package org.sceau.registry.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.problem.ProblemResponse;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.web.problems.ProblemAnswer;

/**
 * Bearer tokens (RFC 6750), from the {@code Authorization} header only. Without one the caller is anonymous; with one that is not
 * good the answer is 401, even where none is needed: whoever sends a token wants it to count.
 */
@ApplicationScoped
public class TokenWay {
    @Inject
    @SuppressWarnings("NullAway.Init")
    IdentityStoreHandler stores;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<BearerToken> token = BearerToken.of(request.getHeader("Authorization"));
        if (token.isEmpty()) {
            return context.doNothing();
        }
        CredentialValidationResult result = stores.validate(token.get());
        if (result.getStatus() == CredentialValidationResult.Status.VALID) {
            return context.notifyContainerAboutLogin(result);
        }
        refuse(request, response);
        return AuthenticationStatus.SEND_FAILURE;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws AuthenticationException {
        response.setHeader("WWW-Authenticate", ProblemResponse.CHALLENGE + ", error=\"invalid_token\"");
        try {
            ProblemAnswer.write(Problem.of(401, "token-refused"), languages.first(), request, response);
            response.flushBuffer();
        } catch (IOException gone) {
            throw new AuthenticationException(gone);
        }
    }
}
