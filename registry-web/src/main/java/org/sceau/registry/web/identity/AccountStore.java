package org.sceau.registry.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.identifying.SignIn;

/** The house's accounts for the container. Groups are the names of roles. */
@ApplicationScoped
public class AccountStore implements IdentityStore {
    @Inject
    @SuppressWarnings("NullAway.Init")
    SignIn signIn;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof UsernamePasswordCredential given) {
            return result(signIn.withPassword(given.getCaller(), given.getPasswordAsString()));
        }
        if (credential instanceof BearerToken token) {
            return result(signIn.withToken(token.secret()));
        }
        return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult result(Optional<Actor> actor) {
        return actor.map(known -> new CredentialValidationResult(
                        known.name(), known.roles().stream().map(Enum::name).collect(Collectors.toSet())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
