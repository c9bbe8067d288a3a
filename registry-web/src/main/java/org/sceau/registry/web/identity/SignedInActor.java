package org.sceau.registry.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.application.administering.SignIn;
import org.sceau.registry.application.door.Actor;

/** Who makes the present request, asked of the accounts once per request: rights taken away count at once. */
@RequestScoped
public class SignedInActor implements CurrentActor {
    @Inject
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SignIn signIn;

    private @Nullable Actor known;

    @Override
    public Actor actor() {
        Actor actor = known;
        if (actor == null) {
            Principal caller = security.getCallerPrincipal();
            actor = caller == null
                    ? Actor.ANONYMOUS
                    : signIn.known(caller.getName()).orElse(Actor.ANONYMOUS);
            known = actor;
        }
        return actor;
    }
}
