package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.Caller;
import org.sceau.it.server.RunningRegistry;

/** Two deciders lower, suspend or confirm a visa at the desk; nobody does it alone. In a registry of its own: a public status changes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisaDeskIT {
    private static final String VISA = "EUCC-3090-2026-0901";

    private final RunningRegistry registry = RunningRegistry.named("visa-desk", java.util.Map.of());

    @Test
    void a_suspension_takes_two_deciders_and_shows_on_the_public_page() {
        try (Window window = Window.plain(registry)) {
            window.signIn("halcyon");
            window.open("/desk/visas/" + VISA);
            assertThat(window.page().locator("[role=alert]").innerText()).contains("role-missing");
        }
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("tual");
            window.open("/desk/decisions");
            window.judge("decisions-none", "the list of proposed decisions, empty");
            page.fill("#ref", "EUCC-3090-2026-9999");
            page.locator("main form button").click();
            assertThat(page.locator("main").innerText()).contains("Aucun visa n’a cette référence.");
            page.fill("#ref", VISA);
            page.locator("main form button").click();
            page.locator("main a[href='/desk/visas/" + VISA + "']").click();
            window.judge("visa-desk", "a visa to decide about");
            page.locator("a[href$='kind=suspend']").click();
            window.judge("decision-suspend", "the form of a suspension");
            page.fill("#last", page.locator("#eff").inputValue());
            page.fill("#rea", "Vulnérabilité connue.");
            page.fill("#act", "Corriger, puis le dire.");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("[role=alert]").innerText())
                    .as("a suspension has a day at least: it begins on the next one")
                    .contains("suspension");
            assertThat(page.locator("#rea").inputValue()).isEqualTo("Vulnérabilité connue.");
            page.evaluate("() => { const day = new Date(document.getElementById('eff').value);"
                    + " day.setDate(day.getDate() + 20);"
                    + " document.getElementById('last').value = day.toISOString().slice(0, 10); }");
            page.locator("main form button[type=submit]").click();
            page.waitForURL("**?done=propose");
            assertThat(page.locator("a[aria-disabled=true]").first().innerText())
                    .as("whoever proposes does not approve")
                    .contains("Approuver");
            assertThat(page.locator("main").innerText()).contains("approval-own-proposal");
            window.judge("visa-proposed", "a proposed suspension, to who proposed it");
        }
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("kerleo");
            page.locator("main a[href='/desk/visas/" + VISA + "']").first().click();
            window.judge("visa-second", "a proposed suspension, to the second person");
            page.locator("details:has(input[value=reject]) > summary").click();
            page.locator("form:has(input[value=reject]) textarea").fill("Rien ne la fonde encore.");
            page.evaluate("document.querySelector('form:has([value=reject]) [name=token]').value = 'x'");
            page.locator("form:has(input[value=reject]) button").click();
            assertThat(page.locator("#refused").innerText()).contains("form-expired");
            assertThat(page.locator("form:has(input[value=reject]) textarea").inputValue())
                    .as("what was typed is kept")
                    .isEqualTo("Rien ne la fonde encore.");
            window.open("/desk/visas/" + VISA);
            page.locator("form:has(input[name=act][value=approve]) button").click();
            page.waitForURL("**?done=approve");
            assertThat(page.locator("main").innerText()).contains("approuve : Suspension");
            page.goBack();
            page.reload();
            assertThat(page.locator("input[name=act][value=approve]").count())
                    .as("after the decision nothing is left to approve")
                    .isZero();
            window.assertNoTrouble();
        }
        assertThat(new Caller(registry, "tual")
                        .get("/api/v1/visas/" + VISA + "?asOf=" + tomorrow())
                        .text())
                .contains("suspended");
    }

    private String tomorrow() {
        return java.time.LocalDate.parse(
                        registry.get("/api/v1/visas?limit=1").json().getString("asOf"))
                .plusDays(1)
                .toString();
    }
}
