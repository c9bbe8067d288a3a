package org.sceau.registry.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.sceau.registry.application.administering.Settings;

/**
 * The house's own identity provider, where the environment names one. It says who somebody is; what that account may do, the registry says.
 * Whoever can choose the claim of the name there can be anybody here: it must be one that the provider gives out and people cannot change.
 */
@Named("provider")
@ApplicationScoped
public class Provider {
    @Inject
    @SuppressWarnings("NullAway.Init")
    @ConfigProperty(name = "SCEAU_OIDC_ISSUER")
    Optional<String> issuer;

    @Inject
    @SuppressWarnings("NullAway.Init")
    @ConfigProperty(name = "SCEAU_OIDC_CLIENT")
    Optional<String> client;

    @Inject
    @SuppressWarnings("NullAway.Init")
    @ConfigProperty(name = "SCEAU_OIDC_SECRET")
    Optional<String> secret;

    @Inject
    @SuppressWarnings("NullAway.Init")
    @ConfigProperty(name = "SCEAU_OIDC_NAME", defaultValue = "preferred_username")
    String name;

    @Inject
    @SuppressWarnings("NullAway.Init")
    @ConfigProperty(name = "SCEAU_OIDC_PASSWORDS", defaultValue = "false")
    boolean passwords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Settings settings;

    public boolean isThere() {
        return issuer.isPresent();
    }

    /** Whether people sign in by password: without a provider, or besides it. */
    public boolean hasPasswords() {
        return !isThere() || passwords;
    }

    /** Where the way by the provider begins, with the way back to a desk. */
    public String from(String to) {
        return Way.PROVIDER_START + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    public String getIssuer() {
        return issuer.orElse("");
    }

    public String getClient() {
        return client.orElse("");
    }

    public String getSecret() {
        return secret.orElse("");
    }

    /** The claim of the ID token that names the account. */
    public String getName() {
        return name;
    }

    public String getBack() {
        return settings.publicUrl() + Way.PROVIDER_END;
    }
}
