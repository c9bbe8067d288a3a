package org.sceau.registry.web.identity;

import jakarta.security.enterprise.credential.Credential;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token as a caller gave it; whether it is one is for the house to say. */
record BearerToken(String secret) implements Credential {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 500;

    /** Empty without an {@code Authorization} header; a header of another scheme is a token nobody knows. */
    static Optional<BearerToken> of(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String secret = bearer ? authorization.substring(SCHEME.length()).strip() : "";
        return Optional.of(new BearerToken(secret.length() > LONGEST ? "" : secret));
    }

    @Override
    public String toString() {
        return "BearerToken[hidden]";
    }
}
