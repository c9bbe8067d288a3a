package org.sceau.registry.application.identifying;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Second factors as stored: secrets sealed, recovery codes as hashes. */
public interface Factors {

    /** What a factor is. */
    enum Kind {
        /** Six digits that change every 30 seconds (RFC 6238). */
        TIME_CODES,
        /** A key pair of a device, bound to this registry's address (WebAuthn). */
        PASSKEY
    }

    /**
     * One factor.
     *
     * @param label     what its owner calls it, 1 to 100 characters
     * @param confirmed whether it was shown once: before, it lets nobody in and asks nobody for anything
     * @param lastUsed  absent as long as nobody came with it
     */
    record Factor(
            String id,
            String accountId,
            Kind kind,
            String label,
            Instant addedAt,
            boolean confirmed,
            Optional<Instant> lastUsed) {}

    /** A time code's secret, sealed, and the last step that was shown; -1 before the first. */
    record TimeSecret(String factorId, String sealed, long lastStep) {}

    /**
     * A passkey's public half.
     *
     * @param credentialId base64url
     * @param data         base64url of the attested credential data (WebAuthn cl. 6.5.2)
     */
    record Credential(String factorId, String credentialId, String data, long signCount) {}

    /** What a passkey is asked to sign: base64url of 32 bytes. */
    record Challenge(String id, String accountId, String challenge, String purpose, Instant madeAt) {}

    /** Wrong attempts in a row, and when the last attempt was. */
    record Attempts(int wrong, Instant last) {}

    /** The confirmed factors of an account, oldest first. */
    List<Factor> of(String accountId);

    /** One of an account, confirmed or not. */
    Optional<Factor> find(String accountId, String id);

    boolean hasAny(String accountId);

    void addTimeCodes(Factor factor, String sealed);

    /** Forgets those of an account that were never confirmed. */
    void forgetUnconfirmed(String accountId);

    void addPasskey(Factor factor, Credential credential);

    void confirm(String id);

    /** The secrets of an account's time codes, confirmed ones or the one of this id. */
    List<TimeSecret> timeSecrets(String accountId);

    Optional<TimeSecret> timeSecret(String id);

    /** Keeps that a step was shown; false where it or a later one already was. */
    boolean useStep(String id, long step, Instant at);

    List<Credential> credentials(String accountId);

    void useCredential(String id, long signCount, Instant at);

    void remove(String id);

    /** Leaves an account without factor and without recovery code. */
    void removeAll(String accountId);

    /** Replaces the recovery codes of an account. */
    void putRecoveryCodes(String accountId, List<String> hashes);

    /** Uses one up; false where there is none of this hash. */
    boolean useRecoveryCode(String accountId, String hash);

    long recoveryCodes(String accountId);

    /** The attempts of an account, whose row stays locked until the end of the caller's transaction; absent before the first factor. */
    Optional<Attempts> attempts(String accountId);

    void putAttempts(String accountId, Attempts attempts);

    /** Keeps a challenge; of those before it the account keeps the newest few, and none that was made before the given time. */
    void addChallenge(Challenge challenge, Instant forgetBefore);

    /** Takes one out: it is there once. */
    Optional<Challenge> takeChallenge(String accountId, String challenge, String purpose);
}
