package org.sceau.registry.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.sceau.registry.application.administering.Languages;

/** What the framework refuses by itself: unknown paths, wrong methods, media types it cannot give. */
@Provider
@ApplicationScoped
public class WebFailureMapper implements ExceptionMapper<WebApplicationException> {
    @Context
    @SuppressWarnings("NullAway.Init")
    HttpHeaders headers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    @Override
    public Response toResponse(WebApplicationException failure) {
        Response original = failure.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        ProblemTexts texts =
                ProblemTexts.acceptable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), languages.first());
        if (status >= 500 && status != 503) {
            return Incident.answer(failure, texts);
        }
        Response answer = ProblemResponse.of(Problem.ofStatus(status), texts);
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }
}
