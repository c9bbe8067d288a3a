package org.sceau.registry.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.AuditLog;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.SignIn;

/**
 * Lets the server's metrics be read with the token of somebody who may; to everyone else they do not exist. The server mounts them in
 * the archive at the root, which is why a filter of ours can stand before them.
 */
public class MetricsGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient SignIn signIn;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient AuditLog audit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Actor actor = BearerToken.of(request.getHeader("Authorization"))
                .flatMap(token -> signIn.withToken(token.secret()))
                .orElse(Actor.ANONYMOUS);
        if (Permission.READ_METRICS.isGrantedTo(actor)) {
            chain.doFilter(request, response);
        } else {
            audit.record(actor, "read-metrics", "metrics", actor.isSignedIn() ? "role-missing" : "sign-in-needed");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
