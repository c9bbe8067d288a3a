package org.sceau.registry.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.domain.refusal.Refused;

/** A refusal of a use case. */
@Provider
@ApplicationScoped
public class RefusedMapper implements ExceptionMapper<Refused> {
    @Context
    @SuppressWarnings("NullAway.Init")
    HttpHeaders headers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    @Override
    public Response toResponse(Refused refused) {
        return ProblemResponse.of(
                Problem.of(refused.refusal()),
                ProblemTexts.acceptable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), languages.first()));
    }
}
