package org.sceau.registry.api.access;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.AuditLog;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/**
 * Lets a request reach its resource method only when the method is for this caller: {@code @PermitAll}, or one of the roles of
 * {@code @RolesAllowed}, or any of them with {@link ForEveryRole}. A method that says nothing is for nobody. The body was not read yet; the door checks again.
 *
 * <p>The server has a filter of its own for {@code @RolesAllowed}, which refuses alike and tells nobody: ours comes first, so that each
 * refusal is in the audit log.
 */
@Provider
@Priority(WhoMayCall.BEFORE_THE_SERVER)
@ApplicationScoped
public class WhoMayCall implements ContainerRequestFilter {
    /** What the server's filter has is {@link Priorities#AUTHORIZATION}. */
    static final int BEFORE_THE_SERVER = Priorities.AUTHORIZATION - 1;

    private static final Set<String> ALL =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toUnmodifiableSet());

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor caller;

    @Inject
    @SuppressWarnings("NullAway.Init")
    AuditLog audit;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo called;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = called.getResourceMethod();
        // OPTIONS is answered by the framework with the methods there are, and by nothing of ours.
        if (method == null
                || method.isAnnotationPresent(PermitAll.class)
                || request.getMethod().equals("OPTIONS")) {
            return;
        }
        Actor actor = caller.actor();
        try {
            check(
                    method.isAnnotationPresent(ForEveryRole.class)
                            ? ALL
                            : named(method.getAnnotation(RolesAllowed.class)),
                    actor);
        } catch (Refused refused) {
            // The door never sees this call, so its refusal is recorded here.
            audit.record(
                    actor,
                    "call",
                    request.getMethod() + " " + request.getUriInfo().getPath(),
                    refused.refusal().code());
            throw refused;
        }
    }

    /** The roles that a method names; none for one that says nothing. */
    static Set<String> named(@Nullable RolesAllowed allowed) {
        return allowed == null ? Set.of() : Set.of(allowed.value());
    }

    /** @throws Refused {@code sign-in-needed} or {@code role-missing} */
    static void check(Set<String> roles, Actor actor) {
        if (!actor.isSignedIn()) {
            throw Refusal.of("sign-in-needed", Refusal.Kind.UNAUTHENTICATED).asException();
        }
        if (actor.roles().stream().noneMatch(role -> roles.contains(role.name()))) {
            throw Refusal.of("role-missing", Refusal.Kind.FORBIDDEN).asException();
        }
    }
}
