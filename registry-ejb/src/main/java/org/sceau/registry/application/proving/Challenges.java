package org.sceau.registry.application.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.sceau.registry.application.identifying.Factors;

/** What passkeys are asked to sign: 32 random bytes, good once and for five minutes. In the caller's transaction. */
@ApplicationScoped
public class Challenges {
    private static final Duration GOOD = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Factors factors;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Challenges() {
        this(null);
    }

    @Inject
    public Challenges(Factors factors) {
        this.factors = factors;
    }

    /** @param purpose what it is for; it is good for nothing else */
    String make(String accountId, String purpose, Instant now) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        factors.addChallenge(
                new Factors.Challenge(UUID.randomUUID().toString(), accountId, challenge, purpose, now),
                now.minus(GOOD));
        return challenge;
    }

    /** Whether it was made for this account and purpose a short while ago, and was not used since: it is used now. */
    boolean use(String accountId, String challenge, String purpose, Instant now) {
        return factors.takeChallenge(accountId, challenge, purpose)
                .filter(known -> known.madeAt().plus(GOOD).isAfter(now))
                .isPresent();
    }
}
