package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.Caller;
import org.sceau.it.server.RunningRegistry;

/** A decider approves with a passkey: the browser asks it for the fingerprint of what is approved, and nothing else is asked for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedWordIT {
    private static final String APPROVE = "form:has(input[name=act][value=approve])";

    private final RunningRegistry registry = RunningRegistry.named(
            "signed-word",
            // Passkeys are bound to a name, and a number is none.
            Map.of("SCEAU_PUBLIC_URL", "http://localhost:{port}", "SCEAU_DEMO_CASES", "true"));

    @Test
    void the_proposal_of_the_demonstration_is_approved_by_what_a_passkey_signs() {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.plugPasskey();
            window.signIn("kerleo");
            window.open("/desk/security");
            page.click("[id='ask:send']");
            page.waitForSelector("[id='key:send']");
            page.fill("[id='key:label']", "Clé bleue");
            page.click("[id='key:send']");
            page.waitForSelector(".note.ok:has-text('Clé bleue')");

            window.open("/desk/");
            page.locator("tr.mine a").first().click();
            page.waitForSelector(APPROVE);
            assertThat(page.locator(APPROVE + " input[name=nonce]").inputValue())
                    .as("what is signed is bound to the fingerprint by a word that is good once")
                    .matches("[A-Za-z0-9_-]{43}");
            for (ColorScheme colours : ColorScheme.values()) {
                window.shape(colours == ColorScheme.DARK ? 360 : 1280, colours);
                window.assertAccessible("a proposal to approve with a passkey");
            }
            window.shape(1280, ColorScheme.LIGHT);
            window.picture("case-passkey");
            page.locator(APPROVE + " button[type=submit]").click();
            page.waitForURL("**?done=approve");
            assertThat(page.locator("main").innerText()).contains("Visa accordé");
            window.assertNoTrouble();
        }
        assertThat(new Caller(registry, "tual").get("/api/v1/decisions").json().getJsonArray("proposals"))
                .isEmpty();
    }
}
