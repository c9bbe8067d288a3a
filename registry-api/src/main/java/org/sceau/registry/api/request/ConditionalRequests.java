package org.sceau.registry.api.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * Refuses a change that names no version, wherever the description says that one is named: what is described is what is asked for. Who
 * may not call at all hears so first; the body was not read yet.
 */
@Provider
@Priority(Priorities.USER)
@ApplicationScoped
public class ConditionalRequests implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo called;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = called.getResourceMethod();
        if (method != null && isConditional(method) && request.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw Refusal.of("if-match-missing", Refusal.Kind.UNCONDITIONAL).asException();
        }
    }

    /** Whether the description of a method has the parameter {@code If-Match}. */
    static boolean isConditional(Method method) {
        return Arrays.stream(method.getAnnotationsByType(Parameter.class))
                .anyMatch(described -> described.ref().equals(HttpHeaders.IF_MATCH)
                        || described.name().equals(HttpHeaders.IF_MATCH));
    }
}
