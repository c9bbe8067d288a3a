package org.sceau.registry.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.domain.refusal.Refused;

/**
 * Everything else. A refusal that came wrapped is still a refusal; a body that the framework could not read is the caller's; the
 * rest is ours.
 */
@Provider
@ApplicationScoped
public class AnyFailureMapper implements ExceptionMapper<Throwable> {
    private static final int DEEPEST_CAUSE = 10;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpHeaders headers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    @Override
    public Response toResponse(Throwable failure) {
        ProblemTexts texts =
                ProblemTexts.acceptable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), languages.first());
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof Refused refused) {
                return ProblemResponse.of(Problem.of(refused.refusal()), texts);
            }
            if (cause instanceof ProcessingException) {
                return ProblemResponse.of(Problem.of(400, "request-malformed"), texts);
            }
            if (cause instanceof WebApplicationException web
                    && web.getResponse().getStatus() < 500
                    && web.getResponse().getStatus() >= 400) {
                int status = web.getResponse().getStatus();
                return ProblemResponse.of(Problem.ofStatus(status), texts);
            }
            cause = cause.getCause();
        }
        return Incident.answer(failure, texts);
    }
}
