package org.sceau.registry.infrastructure.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.trustlist.signing.ListSigner;

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
                "test");
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
                Operator.CertificationBody.FICTIONAL,
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
        Settings.Signer stolen = new Settings.Signer(key, "demonstration");
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
                        settings(Settings.Mode.PRODUCTION, Optional.of(new Settings.Signer(file, "x"))),
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
}
