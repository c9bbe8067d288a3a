package org.sceau.registry.application.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sceau.registry.application.identifying.Factors;

/** Time codes of accounts: made, and asked whether a code is theirs. In the caller's transaction. */
@ApplicationScoped
public class TimeFactors {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Factors factors;
    private final SecretBox box;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TimeFactors() {
        this(null, null);
    }

    @Inject
    public TimeFactors(Factors factors, SecretBox box) {
        this.factors = factors;
        this.box = box;
    }

    /**
     * A factor and its secret.
     *
     * @param secret base32, told once
     */
    public record Made(Factors.Factor factor, String secret) {
        @Override
        public String toString() {
            return "Made[" + factor.id() + "]";
        }
    }

    /** @param confirmed whether it counts at once */
    public Made make(String accountId, String label, boolean confirmed, Instant now) {
        byte[] secret = new byte[TimeCodes.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        Factors.Factor factor = new Factors.Factor(
                UUID.randomUUID().toString(),
                accountId,
                Factors.Kind.TIME_CODES,
                label,
                now,
                confirmed,
                Optional.empty());
        factors.addTimeCodes(factor, box.seal(secret, factor.id()));
        return new Made(factor, Base32.of(secret));
    }

    /** Whether a code is of one of an account's factors and was not shown before; it is used up then. */
    boolean use(String accountId, String code, Instant now) {
        return factors.timeSecrets(accountId).stream().anyMatch(secret -> use(secret, code, now));
    }

    boolean useOf(String factorId, String code, Instant now) {
        return factors.timeSecret(factorId)
                .filter(secret -> use(secret, code, now))
                .isPresent();
    }

    private boolean use(Factors.TimeSecret secret, String code, Instant now) {
        OptionalLong step = TimeCodes.step(box.open(secret.sealed(), secret.factorId()), code, now, secret.lastStep());
        return step.isPresent() && factors.useStep(secret.factorId(), step.getAsLong(), now);
    }
}
