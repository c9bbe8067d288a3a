package org.sceau.trustlist.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.trustlist.FictionalList;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnouncedSignersTest {
    private static final Instant NOW = Instant.parse("2026-11-15T12:00:00Z");

    /** A ends on 31 December 2026. */
    private final X509Certificate a = certificate("2025-01-01T00:00:00Z", "2026-12-31T23:59:59Z");

    private static X509Certificate certificate(String from, String until) {
        return certificate(SignerKey.P256.generate(), from, until);
    }

    private static X509Certificate certificate(KeyPair keys, String from, String until) {
        return SignerCertificates.selfSigned(
                keys, "FR", FictionalList.OPERATOR, "Signer", Instant.parse(from), Instant.parse(until));
    }

    private static void refused(String code, ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        SignerUnsuitable.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @ParameterizedTest(name = "B from {0}")
    @CsvSource({
        "2026-11-01T00:00:00Z, 2028-12-31T00:00:00Z",
        // One second less than from 30 September to 30 December.
        "2026-10-01T00:00:00Z, 2026-12-31T23:59:58Z",
        "2027-01-01T00:00:00Z, 2029-01-01T00:00:00Z"
    })
    void invariant_54_two_announced_signers_that_overlap_by_less_than_three_months_are_refused(
            String from, String until) {
        AnnouncedSigners announced = new AnnouncedSigners(Set.of(a, certificate(from, until)));
        refused("signer-overlap-lt-3m", announced::requireOverlap);
    }

    @ParameterizedTest(name = "B from {0}")
    @ValueSource(strings = {"2026-09-15T00:00:00Z", "2026-09-30T23:59:59Z", "2024-01-01T00:00:00Z"})
    void invariant_54_two_announced_signers_that_overlap_by_three_months_are_accepted(String from) {
        X509Certificate b = certificate(from, "2028-12-31T00:00:00Z");
        assertThatCode(new AnnouncedSigners(Set.of(a, b))::requireOverlap).doesNotThrowAnyException();
    }

    @Test
    void invariant_54_one_signer_and_two_certificates_of_one_key_are_no_two_signers() {
        KeyPair keys = SignerKey.P256.generate();
        X509Certificate one = certificate(keys, "2025-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
        X509Certificate renewed = certificate(keys, "2025-06-01T00:00:00Z", "2029-01-01T00:00:00Z");
        refused("signer-overlap-lt-3m", AnnouncedSigners.only(a)::requireOverlap);
        refused("signer-overlap-lt-3m", new AnnouncedSigners(Set.of(one, renewed))::requireOverlap);
    }

    @Test
    void invariant_54_a_signer_that_was_not_announced_or_is_out_of_its_time_signs_nothing() {
        X509Certificate b = certificate("2026-09-15T00:00:00Z", "2028-12-31T00:00:00Z");
        AnnouncedSigners announced = new AnnouncedSigners(Set.of(a, b));
        X509Certificate stranger = certificate("2026-01-01T00:00:00Z", "2028-12-31T00:00:00Z");
        refused("signer-not-announced", () -> announced.require(stranger, NOW));
        refused("signer-expired", () -> announced.require(a, Instant.parse("2027-01-01T00:00:00Z")));
        refused("signer-not-yet-valid", () -> announced.require(b, Instant.parse("2026-09-14T23:59:59Z")));
        announced.require(a, Instant.parse("2026-12-31T23:59:59Z"));
        announced.require(b, NOW);
    }

    @Test
    void announced_signers_that_ended_cannot_take_over() {
        AnnouncedSigners announced =
                new AnnouncedSigners(Set.of(a, certificate("2026-09-15T00:00:00Z", "2028-12-31T00:00:00Z")));
        assertThat(announced.lasting(NOW)).isEqualTo(2);
        assertThat(announced.lasting(Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo(1);
    }

    @Test
    void none_and_too_many_are_no_announcement() {
        Set<X509Certificate> many = new LinkedHashSet<>();
        KeyPair keys = SignerKey.P256.generate();
        while (many.size() <= AnnouncedSigners.MOST) {
            many.add(certificate(keys, "2025-01-01T00:00:00Z", "2028-01-01T00:00:00Z"));
        }
        assertThatThrownBy(() -> new AnnouncedSigners(Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AnnouncedSigners(many)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_holds_no_certificate_and_what_is_too_large_is_refused() throws Exception {
        assertThatThrownBy(() -> read("no certificate"))
                .isInstanceOfAny(CertificateException.class, IllegalArgumentException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(pem(a) + String.join("", Collections.nCopies(1 << 18, "\n"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void certificates_are_read_one_behind_the_other_and_each_once() throws Exception {
        X509Certificate b = certificate("2026-09-15T00:00:00Z", "2028-12-31T00:00:00Z");
        assertThat(read(pem(a) + pem(b) + pem(a)).certificates()).containsExactlyInAnyOrder(a, b);
    }

    private static AnnouncedSigners read(String pem) throws IOException, CertificateException {
        return AnnouncedSigners.read(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String pem(X509Certificate certificate) throws CertificateException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        return String.join("\n", List.of("-----BEGIN CERTIFICATE-----", body, "-----END CERTIFICATE-----", ""));
    }
}
