package org.sceau.registry.application.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.sceau.registry.application.identifying.Factors;

/**
 * What passkeys are asked to sign: 32 random bytes, or a hash of them with the digest of what is agreed to; good once and for five minutes, a word
 * for half an hour. In the caller's transaction.
 */
@ApplicationScoped
public class Challenges {
    private static final Duration GOOD = Duration.ofMinutes(5);
    /** Of a word: whoever agrees reads first, and what is signed is bound to it anyway. */
    private static final Duration GOOD_WORD = Duration.ofMinutes(30);

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

    /**
     * A challenge that is bound to what is agreed to.
     *
     * @param nonce base64url
     */
    record Bound(String challenge, String nonce) {}

    /** @param digest of what is agreed to, lower-case hexadecimal */
    Bound makeFor(String accountId, String purpose, String digest, Instant now) {
        String nonce = random();
        String challenge = bound(digest, nonce);
        keep(accountId, challenge, purpose, now);
        return new Bound(challenge, nonce);
    }

    /** SHA-256 of the bytes of the digest and of the nonce, base64url. */
    static String bound(String digest, String nonce) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(HexFormat.of().parseHex(digest));
            hash.update(Base64.getUrlDecoder().decode(nonce));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param purpose what it is for; it is good for nothing else */
    String make(String accountId, String purpose, Instant now) {
        String challenge = random();
        keep(accountId, challenge, purpose, now);
        return challenge;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void keep(String accountId, String challenge, String purpose, Instant now) {
        factors.addChallenge(
                new Factors.Challenge(UUID.randomUUID().toString(), accountId, challenge, purpose, now),
                now.minus(GOOD_WORD));
    }

    /** Whether it was made for this account and purpose a short while ago, and was not used since: it is used now. */
    boolean use(String accountId, String challenge, String purpose, Instant now) {
        return factors.takeChallenge(accountId, challenge, purpose)
                .filter(known -> known.madeAt()
                        .plus(purpose.equals(ShowFactor.WORD) ? GOOD_WORD : GOOD)
                        .isAfter(now))
                .isPresent();
    }
}
