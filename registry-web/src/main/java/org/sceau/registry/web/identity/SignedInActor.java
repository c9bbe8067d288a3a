package org.sceau.registry.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.identifying.SignIn;
import org.sceau.registry.web.address.RequestPath;

/** Who makes the present request, asked of the accounts once per request: rights taken away count at once. */
@RequestScoped
public class SignedInActor implements CurrentActor {
    @Inject
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SignIn signIn;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable Actor known;

    @Override
    public Actor actor() {
        Actor actor = known;
        if (actor == null) {
            Principal caller = security.getCallerPrincipal();
            actor = caller == null ? Actor.ANONYMOUS : known(caller.getName()).orElse(Actor.ANONYMOUS);
            known = actor;
        }
        return actor;
    }

    /** The same, after something was proven in this very request. */
    public Actor afresh() {
        known = null;
        return actor();
    }

    /** Below {@code /api} the token says for which acts it lets in. */
    private Optional<Actor> known(String name) {
        return Way.of(RequestPath.of(request)) == Way.TOKEN
                ? BearerToken.of(request.getHeader("Authorization")).flatMap(token -> signIn.withToken(token.secret()))
                : DeskSession.of(request).flatMap(id -> signIn.inSession(name, id));
    }
}
