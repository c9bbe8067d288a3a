package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.EnglishFirst;
import org.sceau.it.server.LocalProvider;
import org.sceau.it.server.RunningRegistry;

/** Signing in by the house's identity provider, on another site than the registry, in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderIT {
    private final RunningRegistry registry = EnglishFirst.registry();

    private void letIn(String name, String way, Duration ago, boolean honest) {
        EnglishFirst.provider()
                .letIn(new LocalProvider.Person(
                        name, List.of(way), Instant.now().minus(ago), honest));
    }

    private static void signIn(Window window) {
        window.open("/desk/organisations");
        window.page().click("a.btn[href^='/sso/sign-in']");
        window.page().waitForLoadState();
    }

    @Test
    void whom_the_provider_knows_with_a_second_factor_is_at_the_desk_that_was_asked_for() {
        letIn("admin", "mfa", Duration.ZERO, true);
        try (Window window = Window.beside(registry, EnglishFirst.provider().issuer())) {
            window.open("/desk/organisations");
            window.assertAccessible("the sign-in page with a provider");
            window.picture("provider-sign-in");
            signIn(window);
            window.page().waitForURL("**/desk/organisations");
            assertThat(window.page().locator("main h1").innerText()).isEqualTo("Organisations and access");
            window.open("/desk/security");
            assertThat(window.page().locator("main").innerText())
                    .as("just proven")
                    .doesNotContain("more than five minutes ago");
            window.assertNoTrouble();
        }
    }

    @Test
    void a_password_there_or_a_proof_of_long_ago_is_half_of_what_is_needed_here() {
        for (Duration ago : List.of(Duration.ZERO, Duration.ofHours(1))) {
            letIn("admin", ago.isZero() ? "pwd" : "mfa", ago, true);
            try (Window window = Window.beside(registry, EnglishFirst.provider().issuer())) {
                signIn(window);
                window.page().waitForURL("**/desk/confirm*");
            }
        }
    }

    @Test
    void whom_the_registry_does_not_know_and_whom_the_provider_did_not_sign_are_not_let_in() {
        letIn("stranger", "mfa", Duration.ZERO, true);
        try (Window window = Window.beside(registry, EnglishFirst.provider().issuer())) {
            Page page = window.page();
            signIn(window);
            page.waitForURL("**/sign-in?provider=unknown");
            assertThat(page.locator("[role=alert]").innerText()).contains("account-not-here");
            window.picture("provider-unknown");
            window.open("/desk/");
            assertThat(window.address()).startsWith("/sign-in");
        }
        letIn("admin", "mfa", Duration.ZERO, false);
        try (Window window = Window.beside(registry, EnglishFirst.provider().issuer())) {
            signIn(window);
            window.page().waitForURL("**/sign-in?provider=*");
            assertThat(window.page().locator("[role=alert]").innerText()).contains("provider-");
            window.open("/desk/");
            assertThat(window.address()).startsWith("/sign-in");
        }
    }
}
