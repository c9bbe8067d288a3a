package org.sceau.registry.infrastructure.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.KeySigner;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerCertificates;
import org.sceau.trustlist.signing.SignerKey;
import org.sceau.trustlist.signing.SignerStore;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListSignersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path home;

    private Settings settings(Settings.Mode mode, Optional<Settings.Signer> signer) {
        return new Settings(
                home,
                mode,
                URI.create("https://registre.example"),
                Optional.empty(),
                home.resolve("schemes"),
                Optional.empty(),
                Optional.empty(),
                signer,
                "test",
                Settings.LOOK_EVERY,
                false);
    }

    private static Operator operator(String name) {
        return new Operator(
                Label.same(name),
                Label.same("Sceau"),
                Label.same("Registre"),
                "ZZ",
                ZoneId.of("Europe/Paris"),
                new Operator.Address("1 rue", "Ville", "00000", "ZZ"),
                "a@b.example",
                "a@b.example",
                URI.create("https://b.example/"),
                URI.create("https://registre.example"),
                URI.create("https://registre.example/uri/"),
                "urn:x:",
                Label.same("x"),
                List.of(),
                CertificationBody.FICTIONAL,
                new org.sceau.registry.domain.calendar.WorkingDays(
                        org.sceau.registry.domain.calendar.Holidays.french(), java.util.Set.of()),
                Languages.USUAL,
                true);
    }

    private static void refused(String code, Runnable start) {
        assertThatThrownBy(start::run)
                .isInstanceOfSatisfying(
                        CannotStart.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @Test
    void production_does_not_start_without_a_key_of_its_own() {
        refused(
                "signer-missing",
                () -> ListSigners.of(settings(Settings.Mode.PRODUCTION, Optional.empty()), operator("A"), NOW));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void production_refuses_the_demonstration_key_wherever_it_lies() throws Exception {
        ListSigners.of(settings(Settings.Mode.DEMO, Optional.empty()), operator("A"), NOW);
        Path key;
        try (var files = Files.list(home.resolve("keys"))) {
            key = files.findFirst().orElseThrow();
        }
        Settings.Signer stolen = new Settings.Signer(key, "demonstration", Optional.empty());
        refused(
                "signer-is-demo",
                () -> ListSigners.of(settings(Settings.Mode.PRODUCTION, Optional.of(stolen)), operator("A"), NOW));
    }

    @Test
    void an_unreadable_key_stops_the_start() throws Exception {
        Path file = Files.writeString(home.resolve("broken.p12"), "no key");
        refused(
                "signer-unreadable",
                () -> ListSigners.of(
                        settings(
                                Settings.Mode.PRODUCTION,
                                Optional.of(new Settings.Signer(file, "x", Optional.empty()))),
                        operator("A"),
                        NOW));
    }

    @Test
    void the_demonstration_key_says_so_stays_the_same_and_is_made_anew_for_another_operator() {
        Settings demo = settings(Settings.Mode.DEMO, Optional.empty());
        ListSigner first = ListSigners.of(demo, operator("A"), NOW);
        ListSigner again = ListSigners.of(demo, operator("A"), NOW.plusSeconds(1_000));
        ListSigner other = ListSigners.of(demo, operator("B"), NOW);
        assertThat(first.certificate().getSubjectX500Principal().getName()).contains("DEMONSTRATION KEY");
        assertThat(again.certificate()).isEqualTo(first.certificate());
        assertThat(other.certificate()).isNotEqualTo(first.certificate());
    }

    /** A signer of the operator, in a file of its own. */
    private ListSigner store(String name, String from, String until) throws Exception {
        KeyPair keys = SignerKey.P256.generate();
        X509Certificate certificate =
                SignerCertificates.selfSigned(keys, "ZZ", "A", name, Instant.parse(from), Instant.parse(until));
        SignerStore.store(home.resolve(name + ".p12"), keys.getPrivate(), certificate, "x".toCharArray());
        return new KeySigner(keys.getPrivate(), certificate);
    }

    private Settings.Signer announcing(String name, ListSigner... announced) throws Exception {
        StringBuilder pem = new StringBuilder();
        for (ListSigner signer : announced) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder()
                            .encodeToString(signer.certificate().getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        Path file = Files.writeString(home.resolve("announced.pem"), pem);
        return new Settings.Signer(home.resolve(name + ".p12"), "x", Optional.of(file));
    }

    private AnnouncedSigners announced(Settings.Mode mode, Settings.Signer signer) {
        Settings settings = settings(mode, Optional.of(signer));
        return ListSigners.announced(settings, ListSigners.of(settings, operator("A"), NOW), NOW);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_54_a_signer_that_is_not_among_the_announced_ones_stops_the_start(Settings.Mode mode)
            throws Exception {
        store("a", "2025-01-01T00:00:00Z", "2026-12-31T00:00:00Z");
        ListSigner b = store("b", "2026-09-15T00:00:00Z", "2028-12-31T00:00:00Z");
        ListSigner c = store("c", "2026-10-15T00:00:00Z", "2029-12-31T00:00:00Z");
        Settings.Signer without = announcing("a", b, c);
        refused("signer-not-announced", () -> announced(mode, without));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_54_announced_signers_without_three_months_together_stop_the_start(Settings.Mode mode)
            throws Exception {
        ListSigner a = store("a", "2025-01-01T00:00:00Z", "2026-12-31T00:00:00Z");
        ListSigner b = store("b", "2026-11-01T00:00:00Z", "2028-12-31T00:00:00Z");
        Settings.Signer tooClose = announcing("a", a, b);
        refused("signer-overlap-lt-3m", () -> announced(mode, tooClose));
    }

    @Test
    void invariant_54_production_does_not_start_with_one_signer_alone() throws Exception {
        store("a", "2025-01-01T00:00:00Z", "2028-12-31T00:00:00Z");
        Settings.Signer alone = new Settings.Signer(home.resolve("a.p12"), "x", Optional.empty());
        refused("signer-overlap-lt-3m", () -> announced(Settings.Mode.PRODUCTION, alone));
        assertThat(announced(Settings.Mode.DEMO, alone).certificates()).hasSize(1);
    }

    @Test
    void an_announcement_that_cannot_be_read_stops_the_start() throws Exception {
        store("a", "2025-01-01T00:00:00Z", "2028-12-31T00:00:00Z");
        Settings.Signer broken = announcing("a");
        refused("signer-announced-unreadable", () -> announced(Settings.Mode.PRODUCTION, broken));
        Settings.Signer absent =
                new Settings.Signer(home.resolve("a.p12"), "x", Optional.of(home.resolve("nowhere.pem")));
        refused("signer-announced-unreadable", () -> announced(Settings.Mode.PRODUCTION, absent));
    }

    @Test
    void production_starts_with_either_of_two_announced_signers() throws Exception {
        ListSigner a = store("a", "2025-01-01T00:00:00Z", "2026-12-31T00:00:00Z");
        ListSigner b = store("b", "2026-09-15T00:00:00Z", "2028-12-31T00:00:00Z");
        for (String name : List.of("a", "b")) {
            assertThat(announced(Settings.Mode.PRODUCTION, announcing(name, a, b))
                            .certificates())
                    .containsExactlyInAnyOrder(a.certificate(), b.certificate());
        }
    }
}
