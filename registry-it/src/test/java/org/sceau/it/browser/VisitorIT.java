package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.it.server.RunningRegistry;

/** Somebody wants to know whether a visa is valid today. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitorIT {
    private static final String FIRST_RESULT = ".rows a[href*='/visas/']";

    private final RunningRegistry registry = RunningRegistry.shared();

    @ParameterizedTest
    @CsvSource({"/,/catalogue?q=Halcyon+Cards,En vigueur", "/en/,/en/catalogue?q=Halcyon+Cards,In force"})
    void finds_a_visa_from_the_first_page_without_scripts(String home, String results, String status) {
        try (Window window = Window.withoutScripts(registry)) {
            Page page = window.open(home).page();
            page.fill("main input[name=q]", "Halcyon Cards");
            page.click("main form[role=search] button");
            assertThat(window.address()).isEqualTo(results);
            assertThat(page.locator(FIRST_RESULT).count()).isGreaterThanOrEqualTo(3);
            assertThat(page.locator("main").innerText()).contains(status);

            String name = page.locator(FIRST_RESULT).first().innerText();
            page.locator(FIRST_RESULT).first().click();

            assertThat(window.address()).startsWith(home.equals("/") ? "/visas/" : "/en/visas/");
            assertThat(page.locator("h1").innerText()).isNotBlank();
            assertThat(name).isNotBlank();
            assertThat(page.locator(".verdict .says").innerText()).isNotBlank();
            window.assertNoTrouble();
        }
    }

    @Test
    void typing_a_reference_answers_at_once_without_scripts() {
        try (Window window = Window.withoutScripts(registry)) {
            Page page = window.open("/").page();
            page.fill("main input[name=q]", "ANSSI-CC-2025/92");
            page.press("main input[name=q]", "Enter");
            assertThat(page.locator("section.verdict .says").innerText()).containsIgnoringCase("suspendu");
            page.locator("section.verdict a").first().click();
            assertThat(window.address()).isEqualTo("/visas/ANSSI-CC-2025-92");
            assertThat(page.locator("ul.proof").innerText()).contains("Inscrit à la liste de confiance");
            page.locator("a.lang").click();
            assertThat(window.address()).isEqualTo("/en/visas/ANSSI-CC-2025-92");
            assertThat(page.locator(".verdict .says").innerText()).containsIgnoringCase("suspended");
        }
    }

    @ParameterizedTest
    @CsvSource({"/,/catalogue?scheme=secnumcloud", "/en/,/en/catalogue?scheme=secnumcloud"})
    void browses_by_scheme_from_the_first_page_without_scripts(String home, String results) {
        try (Window window = Window.withoutScripts(registry)) {
            Page page = window.open(home).page();
            page.locator("main a[href*='scheme=secnumcloud']").first().click();

            assertThat(window.address()).startsWith(results);
            assertThat(page.locator(".rows > *").count()).isPositive();
            assertThat(page.locator(".rows > *").allInnerTexts())
                    .allSatisfy(row -> assertThat(row).contains("SecNumCloud"));
            window.assertNoTrouble();
        }
    }

    @Test
    void filters_and_pages_are_addresses_and_need_no_scripts() {
        try (Window window = Window.withoutScripts(registry)) {
            Page page = window.open("/catalogue").page();
            int everything = page.locator(".rows > *").count();
            page.locator("a[rel=next]").click();
            assertThat(window.address()).isEqualTo("/catalogue?page=2");
            assertThat(page.locator(".rows > *").count()).isPositive();
            page.locator("a[rel=prev]").click();
            assertThat(page.locator(".rows > *").count()).isEqualTo(everything);

            Locator suspended = page.locator("input[name=status][value=suspended]");
            reveal(page, suspended, "details.refine");
            reveal(page, suspended, "details.refine details:has(input[name=status])");
            suspended.check();
            page.locator("details.refine form button").click();

            assertThat(window.address()).contains("status=suspended");
            int suspendedNow =
                    registry.get("/api/v1/catalogue?status=suspended").json().getInt("total");
            assertThat(suspendedNow).isBetween(3, everything - 1);
            assertThat(page.locator(".rows .tag").allTextContents())
                    .hasSize(suspendedNow)
                    .allSatisfy(tag -> assertThat(tag).containsIgnoringCase("suspend"));
            assertThat(page.locator("a.chip").count()).isEqualTo(1);
            page.locator("a.chip").click();
            assertThat(window.address()).doesNotContain("status=");
            window.assertNoTrouble();
        }
    }

    private static void reveal(Page page, Locator target, String details) {
        if (!target.isVisible() && page.locator(details).getAttribute("open") == null) {
            page.locator(details + " > summary").click();
        }
    }

    @Test
    void the_keyboard_reaches_the_box_and_the_first_result_and_shows_where_it_is() {
        try (Window window = Window.plain(registry)) {
            Page page = window.open("/").page();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            tabTo(page, "document.activeElement.name === 'q'", 20);
            page.keyboard().type("Halcyon");
            page.keyboard().press("Enter");
            page.waitForURL("**/catalogue?q=Halcyon");

            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            // The skip link stays on the page; the browser tells the new fragment a moment later.
            page.waitForURL("**/catalogue?q=Halcyon#main");
            tabTo(page, "document.activeElement.matches(\"" + FIRST_RESULT + "\")", 40);
            page.keyboard().press("Enter");
            page.waitForURL("**/visas/*");
            window.assertNoTrouble();
        }
    }

    /** Presses Tab until the condition holds; whatever has the focus on the way must be seen to have it. */
    private static void tabTo(Page page, String condition, int most) {
        for (int i = 0; i < most; i++) {
            page.keyboard().press("Tab");
            // The box around a field or the row around a link may show it in its place.
            Object unseen = page.evaluate("() => { for (let e = document.activeElement; e && e !== document.body; e ="
                    + " e.parentElement) if (getComputedStyle(e).outlineStyle !== 'none') return '';"
                    + " return document.activeElement.outerHTML }");
            assertThat(unseen).as("has the focus and does not show it").isEqualTo("");
            if (Boolean.TRUE.equals(page.evaluate("() => " + condition))) {
                return;
            }
        }
        throw new AssertionError("not reached in " + most + " steps: " + condition);
    }
}
