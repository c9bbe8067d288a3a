package org.sceau.trustlist.signing;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The certificates of list signers that were announced before use: readers trust a list that one of them signed, and no other (TS 119 612
 * cl. 5.3.13 and 5.7.1; R24). Commission Implementing Decision (EU) 2015/1505, Art. 4(2) asks for two or more whose periods of validity
 * are staggered, so that one takes over while readers still trust the other.
 *
 * @param certificates 1 to {@value #MOST}, each once
 */
public record AnnouncedSigners(Set<X509Certificate> certificates) {
    /** More would be no announcement any more. */
    public static final int MOST = 16;

    /** How long two of them must be valid together, in calendar months counted in UTC. */
    private static final Period LEAST_OVERLAP = Period.ofMonths(3);

    private static final int LARGEST_FILE_BYTES = 1 << 18;

    /** Refuses none and more than {@link #MOST} with {@link IllegalArgumentException}. */
    public AnnouncedSigners {
        certificates = Set.copyOf(certificates);
        if (certificates.isEmpty() || certificates.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " signers are announced, not " + certificates.size());
        }
    }

    /** One signer alone: lists can be issued and checked, but nothing is there to take over. */
    public static AnnouncedSigners only(X509Certificate certificate) {
        return new AnnouncedSigners(Set.of(certificate));
    }

    /**
     * Reads certificates one behind the other, as PEM.
     *
     * @param pem at most 256 KiB; read to its end and left open
     * @throws CertificateException     when it holds something else
     * @throws IllegalArgumentException when it holds none, too many, or is too large
     */
    public static AnnouncedSigners read(InputStream pem) throws IOException, CertificateException {
        byte[] bytes = pem.readNBytes(LARGEST_FILE_BYTES + 1);
        if (bytes.length > LARGEST_FILE_BYTES) {
            throw new IllegalArgumentException("announced signers take at most " + LARGEST_FILE_BYTES + " bytes");
        }
        Collection<?> read =
                CertificateFactory.getInstance("X.509").generateCertificates(new java.io.ByteArrayInputStream(bytes));
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        read.forEach(certificate -> certificates.add((X509Certificate) certificate));
        return new AnnouncedSigners(certificates);
    }

    /**
     * Refuses a certificate that may not sign at an instant.
     *
     * @throws SignerUnsuitable {@code signer-not-announced}, {@code signer-not-yet-valid} or {@code signer-expired}
     */
    public void require(X509Certificate certificate, Instant at) {
        if (!certificates.contains(certificate)) {
            throw new SignerUnsuitable(
                    SignerUnsuitable.NOT_ANNOUNCED,
                    certificate.getSubjectX500Principal() + " is none of " + certificates.size());
        }
        if (at.isBefore(from(certificate))) {
            throw new SignerUnsuitable(SignerUnsuitable.NOT_YET_VALID, "valid from " + from(certificate));
        }
        if (at.isAfter(until(certificate))) {
            throw new SignerUnsuitable(SignerUnsuitable.EXPIRED, "valid until " + until(certificate));
        }
    }

    /**
     * Refuses a set in which no two certificates, of two keys, are valid together for three calendar months or more ((EU) 2015/1505,
     * Art. 4(2)). Whether they have begun or ended does not matter: the set is what was announced.
     *
     * @throws SignerUnsuitable {@code signer-overlap-lt-3m}
     */
    public void requireOverlap() {
        List<X509Certificate> all = List.copyOf(certificates);
        boolean met = all.stream()
                .anyMatch(one -> all.stream()
                        .anyMatch(other ->
                                !one.getPublicKey().equals(other.getPublicKey()) && areLongEnoughTogether(one, other)));
        if (!met) {
            throw new SignerUnsuitable(
                    SignerUnsuitable.OVERLAP,
                    "of " + all.size() + " announced signers no two are valid together for three months");
        }
    }

    /** How many of them are or will be valid at an instant or later: with fewer than two nothing can take over. */
    public long lasting(Instant at) {
        return certificates.stream()
                .filter(certificate -> !at.isAfter(until(certificate)))
                .count();
    }

    private static boolean areLongEnoughTogether(X509Certificate one, X509Certificate other) {
        Instant from = from(one).isAfter(from(other)) ? from(one) : from(other);
        Instant until = until(one).isBefore(until(other)) ? until(one) : until(other);
        return !until.isBefore(from.atOffset(ZoneOffset.UTC).plus(LEAST_OVERLAP).toInstant());
    }

    private static Instant from(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static Instant until(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
