package org.sceau.trustlist.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.trustlist.FictionalList;
import org.sceau.trustlist.model.SchemeInformation;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignerProfileTest {
    private static final Instant NOW = FictionalList.ISSUED;
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2029-01-01T00:00:00Z");

    private final SchemeInformation scheme = FictionalList.scheme(FictionalList.issue());
    private final KeyPair keys = SignerKey.P256.generate();

    @Test
    void rsa_under_3072_bits_is_too_weak() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair weak = rsa.generateKeyPair();
        refused(SignerUnsuitable.KEY_TOO_WEAK, () -> FictionalList.certificate(weak));
    }

    @Test
    void a_curve_that_lists_do_not_take_is_refused() throws Exception {
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        ec.initialize(new ECGenParameterSpec("secp521r1"));
        KeyPair other = ec.generateKeyPair();
        refused(SignerUnsuitable.KEY_UNSUPPORTED, () -> FictionalList.certificate(other));
        KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        refused(SignerUnsuitable.KEY_UNSUPPORTED, () -> FictionalList.certificate(edwards));
    }

    @Test
    void a_certificate_out_of_its_time_is_refused() {
        X509Certificate certificate = FictionalList.certificate(keys);
        refused(SignerUnsuitable.NOT_YET_VALID, () -> SignerProfile.require(certificate, scheme, FROM.minusSeconds(1)));
        refused(SignerUnsuitable.EXPIRED, () -> SignerProfile.require(certificate, scheme, TO.plusSeconds(1)));
    }

    @Test
    void a_certificate_of_another_country_is_refused() {
        X509Certificate foreign = SignerCertificates.selfSigned(keys, "BE", FictionalList.OPERATOR, "Signer", FROM, TO);
        refused(SignerUnsuitable.COUNTRY_MISMATCH, () -> SignerProfile.require(foreign, scheme, NOW));
    }

    @Test
    void a_certificate_of_another_organisation_is_refused() {
        X509Certificate other = SignerCertificates.selfSigned(keys, "FR", "Halcyon Cards", "Signer", FROM, TO);
        refused(SignerUnsuitable.ORGANISATION_MISMATCH, () -> SignerProfile.require(other, scheme, NOW));
    }

    @Test
    void a_key_that_is_not_the_certificates_is_found_before_anyone_reads_the_list() {
        ListSigner mixed = new KeySigner(SignerKey.P256.generate().getPrivate(), FictionalList.certificate(keys));
        refused(SignerUnsuitable.KEY_MISMATCH, () -> new XadesSignature(mixed).over(new byte[32], NOW));
    }

    @ParameterizedTest
    @EnumSource(SignerKey.class)
    void the_certificate_we_make_may_sign_our_list(SignerKey kind) throws Exception {
        X509Certificate certificate = FictionalList.signer(kind).certificate();
        assertThatCode(() -> SignerProfile.require(certificate, scheme, NOW)).doesNotThrowAnyException();
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(SignerCertificates.LIST_SIGNING);
        assertThatCode(() -> certificate.verify(certificate.getPublicKey())).doesNotThrowAnyException();
    }

    @Test
    void a_stored_signer_comes_back_and_is_never_overwritten(@TempDir Path home) throws Exception {
        Path file = home.resolve("signer.p12");
        char[] password = "a fictional password".toCharArray();
        X509Certificate certificate = FictionalList.certificate(keys);
        SignerStore.store(file, keys.getPrivate(), certificate, password);

        assertThatThrownBy(() -> SignerStore.store(file, keys.getPrivate(), certificate, password))
                .isInstanceOf(FileAlreadyExistsException.class);
        ListSigner loaded = SignerStore.load(file, password);
        assertThat(loaded.certificate()).isEqualTo(certificate);
        assertThatCode(() -> new XadesSignature(loaded).over(new byte[32], NOW)).doesNotThrowAnyException();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        SignerUnsuitable.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
