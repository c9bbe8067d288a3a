package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.Caller;
import org.sceau.it.server.Patience;
import org.sceau.it.server.RunningRegistry;

/** Two deciders lower, suspend or confirm a visa at the desk; nobody does it alone. In a registry of its own: a public status changes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisaDeskIT {
    private static final String VISA = "EUCC-3090-2026-0901";
    /** Suspended, and its suspension ran out before anybody decided. */
    private static final String SUSPENDED = "EUCC-3090-2026-0903";

    private final RunningRegistry registry = RunningRegistry.hastened("visa-desk", java.util.Map.of());

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
            page.locator("main form[method=get] button").click();
            assertThat(page.locator("main").innerText()).contains("Aucun visa n’a cette référence.");
            window.open("/desk/");
            page.fill("#ref", VISA);
            page.locator("main form[role=search] button").click();
            page.waitForURL("**/desk/visas/" + VISA);
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
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("halcyon");
            Patience.until("the holder is told", Duration.ofMinutes(4), () -> {
                window.open("/desk/notifications");
                return page.locator("main").innerText().contains("Corriger, puis le dire.");
            });
            assertThat(page.locator("main tr:has-text('Corriger, puis le dire.')")
                            .innerText())
                    .as("why, and what is demanded (EUCC Art. 30(2))")
                    .contains("Vulnérabilité connue.", VISA);
            window.judge("notifications-holder", "what a holder is told of a decision");
            window.assertNoTrouble();
        }
        assertThat(new Caller(registry, "tual")
                        .get("/api/v1/visas/" + VISA + "?asOf=" + tomorrow())
                        .text())
                .contains("suspended");
    }

    /** Scenario S4: beyond 42 days it is for the authority alone, and never beyond a year in all (EUCC Art. 30(6)). */
    @Test
    void a_suspension_is_extended_by_two_approvers_of_the_authority_and_by_no_decider() {
        String desk = "/desk/visas/" + SUSPENDED;
        try (Window window = Window.plain(registry)) {
            window.signIn("tual");
            window.open(desk);
            assertThat(window.page()
                            .locator("a[href$='kind=extend-suspension']")
                            .count())
                    .as("a decider extends none")
                    .isZero();
        }
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("lagarde");
            window.open(desk);
            page.locator("a[href$='kind=extend-suspension']").click();
            window.judge("decision-extend", "the form of an extension");
            page.fill("#rea", "Le correctif est attendu en mars.");
            fill(page, 360);
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("[role=alert]").innerText())
                    .as("more than a year in all")
                    .contains("suspension-gt-1y");
            fill(page, 60);
            page.locator("main form button[type=submit]").click();
            page.waitForURL("**?done=propose");
            window.assertNoTrouble();
        }
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("perrin");
            window.open(desk);
            window.judge("extension-second", "a proposed extension, to the second approver");
            page.locator("form:has(input[name=act][value=approve]) button").click();
            page.waitForURL("**?done=approve");
            window.assertNoTrouble();
        }
        assertThat(new Caller(registry, "tual")
                        .get("/api/v1/visas/" + SUSPENDED)
                        .text())
                .contains("suspended", today().plusDays(60).toString());
    }

    /** The last day is so many days from today. */
    private void fill(Page page, int days) {
        page.fill("#last", today().plusDays(days).toString());
    }

    private LocalDate today() {
        return LocalDate.parse(registry.get("/api/v1/visas?limit=1").json().getString("asOf"));
    }

    private String tomorrow() {
        return today().plusDays(1).toString();
    }
}
