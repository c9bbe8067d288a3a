package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.Caller;
import org.sceau.it.server.RunningRegistry;

/** A decider approves with a passkey: the browser asks it for the fingerprint of what is approved, and nothing else is asked for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedWordIT {
    private static final String VISA = "EUCC-3090-2026-0901";
    private static final String REJECT = "form:has(input[name=act][value=reject])";
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
            enrols(window);

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

    private static void enrols(Window window) {
        Page page = window.page();
        window.open("/desk/security");
        page.click("[id='ask:send']");
        page.waitForSelector("[id='key:send']");
        page.fill("[id='key:label']", "Clé bleue");
        page.click("[id='key:send']");
        page.waitForSelector(".note.ok:has-text('Clé bleue')");
    }

    /** For acts that no word of a passkey is about: nobody is asked for a code that the account does not have. */
    @Test
    void who_has_a_passkey_alone_is_led_to_show_it_and_back_to_the_act() {
        RunningRegistry alone =
                RunningRegistry.hastened("passkey-alone", Map.of("SCEAU_PUBLIC_URL", "http://localhost:{port}"));
        try (Window window = Window.plain(alone)) {
            window.signIn("tual");
            window.open("/desk/");
            Page page = window.page();
            page.fill("main form:has(input[value=suspend]) [name=visa]", VISA);
            page.evaluate("() => { const day = new Date(); day.setDate(day.getDate() + 20);"
                    + " document.querySelector('[name=lastDay]').value = day.toISOString().slice(0, 10); }");
            page.fill("main [name=reasons]", "Vulnérabilité connue.");
            page.fill("main [name=actions]", "Corriger.");
            page.click("main form:has(input[value=suspend]) button");
            page.waitForURL("**?done=propose");
        }
        try (Window window = Window.plain(alone)) {
            Page page = window.page();
            window.plugPasskey();
            window.signIn("kerleo");
            enrols(window);
            page.locator("tr:not(:has-text('Clé bleue')) a[href^='?remove=']")
                    .first()
                    .click();
            page.click("[id='sure-form:yes']");
            page.waitForFunction("() => document.querySelectorAll(\"a[href^='?remove=']\").length < 2");
            alone.pass(Duration.ofMinutes(6));

            window.open("/desk/visas/" + VISA);
            String address = page.url();
            assertThat(page.locator(APPROVE + " .note a").count())
                    .as("the approval itself asks for the passkey")
                    .isZero();
            page.locator("details:has(input[name=act][value=reject]) > summary").click();
            assertThat(page.locator(REJECT + " input[name=code]").count()).isZero();
            window.assertAccessible("a rejection, to whoever has a passkey alone");
            window.picture("case-passkey-first");
            page.locator(REJECT + " .note a").click();
            page.waitForURL("**/desk/confirm?to=**");
            page.click("[id='key:use']");
            page.waitForURL(address);
            page.locator("details:has(input[name=act][value=reject]) > summary").click();
            assertThat(page.locator(REJECT + " .note a").count())
                    .as("it was shown just now")
                    .isZero();
            page.fill(REJECT + " [name=grounds]", "Le correctif est publié.");
            page.click(REJECT + " button[type=submit]");
            page.waitForURL("**?done=reject");
            window.assertNoTrouble();
        }
    }
}
