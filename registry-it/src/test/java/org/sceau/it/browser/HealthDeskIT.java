package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.Checkout;
import org.sceau.it.server.Patience;
import org.sceau.it.server.RunningRegistry;
import org.sceau.trustlist.signing.SignerCertificates;
import org.sceau.trustlist.signing.SignerKey;
import org.sceau.trustlist.signing.SignerStore;

/**
 * The desk that says how the registry is doing, to those who run or audit it. In a registry of its own, whose clock is put forward and
 * whose signing key ends soon.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthDeskIT {
    private static final String DESK = "/desk/health";
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final Duration SIGNER_LASTS = Duration.ofHours(2);
    private static final String PASSWORD = "de passage";

    private final RunningRegistry registry = registry();

    private static RunningRegistry registry() {
        return RunningRegistry.hastened(
                "health", Map.of("SCEAU_SIGNER_FILE", signer().toString(), "SCEAU_SIGNER_PASSWORD", PASSWORD));
    }

    /** A key whose certificate ends two hours after the first start. */
    private static Path signer() {
        Path file = Checkout.target().resolve("homes").resolve("signer-of-health.p12");
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                KeyPair keys = SignerKey.P256.generate();
                X509Certificate certificate = SignerCertificates.selfSigned(
                        keys, "ZZ", "Demonstration Authority", "Signer", now.minusSeconds(60), now.plus(SIGNER_LASTS));
                SignerStore.store(file, keys.getPrivate(), certificate, PASSWORD.toCharArray());
            }
            return file;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void pass(Duration time) {
        registry().pass(time);
    }

    private static void come(Window window, String username) {
        pass(Duration.ofMinutes(1));
        window.signIn(username);
    }

    /** Every mark has a word beside it, so that nothing hangs on a colour. */
    private static void assertSaidInWords(Page page) {
        List<Locator> lines = page.locator("ul.health > li").all();
        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.locator(".tag").innerText()).isNotBlank());
    }

    @Test
    void nobody_else_reads_it() {
        try (Window window = Window.plain(registry)) {
            come(window, "tual");
            assertThat(window.page().locator("a[href='" + DESK + "']").count()).isZero();
            window.open(DESK);
            assertThat(window.page().locator("main").innerText())
                    .contains("rôle d’administrateur ou d’auditeur")
                    .doesNotContain("prêt");
            new CasePage(window).judge("health-not-yours", "the desk of health, to a decider");
            window.assertNoTrouble();
        }
    }

    @Test
    void what_is_well_what_waits_and_what_has_to_be_seen_to_is_said_in_words() throws IOException {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            come(window, "admin");
            Patience.until("scheduled work and lists have come to their end", LONG, () -> {
                window.open(DESK);
                return page.locator("main table").count() == 2
                        && page.locator("#verdict:has-text('1 point à surveiller')")
                                        .count()
                                == 1;
            });
            assertThat(page.locator("ul.health > li").first().innerText())
                    .contains("Clé de signature", "À surveiller", "Annoncez le signataire suivant");
            assertThat(page.locator("main").innerText())
                    .contains(
                            "Le registre est prêt",
                            "listes sont à jour",
                            "Dernière édition le",
                            "Prévenir avant une fin",
                            "Aucun serveur de courriel",
                            "valeurs non vérifiées")
                    .doesNotContain("approvals-waiting");
            assertSaidInWords(page);
            new CasePage(window).judge("health", "a registry that is well but for one thing");
            page.locator("details summary").click();
            assertThat(page.locator("main table").first().innerText()).contains("À jour");

            Path dropped =
                    Files.createDirectories(registry.home().resolve("schemes")).resolve("cspn-1.1.yaml");
            Files.writeString(dropped, "format: 2\n");
            window.open(DESK);
            assertThat(page.locator("#verdict").innerText()).contains("2 points à surveiller");
            page.locator("ul.health > li:has-text('1 fichier déposé') a").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/schemes");
            Files.delete(dropped);

            pass(SIGNER_LASTS.plusHours(1));
            come(window, "audit");
            page.locator("nav a[href='" + DESK + "']").click();
            assertThat(page.locator("#verdict").innerText()).contains("à traiter");
            assertThat(page.locator("ul.health > li").first().innerText())
                    .as("the gravest comes first")
                    .contains("n’est pas prêt", "À traiter");
            assertThat(page.locator("main").innerText())
                    .contains("Le certificat de la clé de signature n’est pas valable", "Passez au signataire suivant");
            assertSaidInWords(page);
            window.glance("health-points");
            new CasePage(window).judge("health-stop", "a registry whose signing key has ended");
            window.open("/en" + DESK);
            assertThat(page.locator("main").innerText())
                    .contains("is not ready", "To see to", "Change over to the next signer", "Up to date");
            new CasePage(window).judge("health-en", "the same in English");
            window.shape(640, ColorScheme.LIGHT);
            window.assertFits("the desk of health at twice the size");
            window.assertNoTrouble();
        }
    }
}
