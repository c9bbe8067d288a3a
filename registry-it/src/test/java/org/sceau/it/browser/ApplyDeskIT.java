package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.RunningRegistry;

/** Somebody applies in three screens that the scheme draws: what stands in the way is told at once, and nothing that was typed is lost. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplyDeskIT {
    private static final String FINDINGS = "#preflight li.stop";

    private final RunningRegistry registry = RunningRegistry.shared();

    private static String product() {
        return "Serrure " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The first screen. @return the page of the second one */
    private static Page begun(Window window, String product, String version) {
        window.signIn("halcyon");
        Page page = window.page();
        page.locator("main a[href='/desk/apply']").click();
        page.selectOption("#scheme", "cspn-1.1");
        page.fill("#name", product);
        page.fill("#versions", version);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/application");
        return page;
    }

    private static void deposit(Page page, String type) {
        page.locator("#deposit-form > summary").click();
        page.selectOption("#dt", type);
        page.fill("#dn", "Pièce " + type);
        page.setInputFiles(
                "#df", new FilePayload("piece.pdf", "application/pdf", type.getBytes(StandardCharsets.UTF_8)));
        page.locator("#deposit-form button[type=submit]").click();
        page.waitForURL("**?done=deposit");
    }

    @Test
    void what_stands_in_the_way_is_named_with_the_field_that_mends_it() {
        try (Window window = Window.plain(registry)) {
            Page page = begun(window, product(), "2.x");
            assertThat(page.locator(FINDINGS).allInnerTexts())
                    .anyMatch(text -> text.contains("version-not-exact"))
                    .anyMatch(text -> text.contains("fact-missing"))
                    .anyMatch(text -> text.contains("document-missing"));
            page.locator("#preflight a[href$='#versions']").click();
            assertThat(page.evaluate("() => document.querySelector(':target').id"))
                    .isEqualTo("versions");
            window.judge("apply-second", "the second screen of an application");
        }
    }

    @Test
    void what_is_typed_is_saved_while_it_is_typed_and_the_check_follows() {
        String product = product();
        try (Window window = Window.plain(registry)) {
            Page page = begun(window, product, "2.x");
            int before = page.locator(FINDINGS).count();
            page.fill("#versions", "2.1");
            page.selectOption("#category", "IDENTIFICATION_AUTHENTICATION_ACCESS_CONTROL");
            page.waitForFunction("n => document.querySelectorAll('#preflight li.stop').length === n", before - 2);
            assertThat(page.locator("#save-state").innerText()).contains("Enregistré");
            page.reload();
            assertThat(page.locator("#versions").inputValue()).isEqualTo("2.1");
            window.assertNoTrouble();
        }
    }

    @Test
    void what_cannot_be_saved_says_why_and_stays_on_the_screen() {
        try (Window window = Window.plain(registry)) {
            Page page = begun(window, product(), "2.1");
            page.fill("#bases", "AUCUN-VISA-2026/1");
            page.waitForFunction(
                    "() => document.getElementById('save-state').textContent.startsWith('Pas enregistré')");
            assertThat(page.locator("#bases").inputValue()).isEqualTo("AUCUN-VISA-2026/1");
            page.fill("#bases", "");
            page.waitForFunction("() => document.getElementById('save-state').textContent.startsWith('Enregistré')");
        }
    }

    @Test
    void an_application_goes_from_the_first_screen_to_the_certifier() {
        String product = product();
        try (Window window = Window.plain(registry)) {
            Page page = begun(window, product, "2.1");
            page.selectOption("#category", "IDENTIFICATION_AUTHENTICATION_ACCESS_CONTROL");
            page.selectOption("#f-cryptography", "no");
            page.selectOption("#f-recognised-certificate", "no");
            page.locator("button[name=on]").click();
            page.waitForURL("**?done=saved");
            assertThat(page.locator("main .moves a[aria-disabled=true]").first().innerText())
                    .as("sending waits for what is missing")
                    .contains("Déposer");
            window.judge("apply-third", "the third screen of an application");
            while (page.locator("#preflight li.stop code:text-is('document-missing')")
                            .count()
                    > 0) {
                int missing = page.locator(FINDINGS).count();
                deposit(page, nextMissing(page));
                assertThat(page.locator(FINDINGS).count()).isLessThan(missing);
                assertThat(page.locator(".docs").innerText()).contains("Pièce ");
            }
            assertThat(page.locator("#preflight").innerText()).contains("Rien ne s’oppose à l’envoi.");
            page.locator("main .moves form button").first().click();
            page.waitForURL("**?done=step");
            assertThat(page.locator("dl.ball").innerText()).contains("Certificateur");
            window.assertNoTrouble();
        }
        try (Window window = Window.plain(registry)) {
            window.signIn("morvan");
            Locator row = window.page().locator("tr.mine:has-text('" + product + "')");
            assertThat(row.count())
                    .as("in the queue of the certifier, who acts next")
                    .isEqualTo(1);
            window.assertNoTrouble();
        }
    }

    /** The type of the first document that is missing: the form offers it under the same name. */
    private static String nextMissing(Page page) {
        String name = page.locator("#preflight li.stop:has(code:text-is('document-missing')) b")
                .first()
                .innerText();
        return page.locator("#dt option").all().stream()
                .filter(option -> option.textContent().strip().startsWith(name))
                .findFirst()
                .orElseThrow()
                .getAttribute("value");
    }

    @Test
    void the_application_of_another_house_is_not_there() {
        String address;
        try (Window window = Window.plain(registry)) {
            begun(window, product(), "2.1");
            address = window.address();
        }
        try (Window window = Window.plain(registry)) {
            window.signIn("brume");
            window.open(address);
            assertThat(window.page().locator("[role=alert]").innerText()).contains("dossier-unknown");
            assertThat(window.page().locator("main form").count()).isZero();
        }
    }

    @Test
    void it_works_without_a_script() {
        String product = product();
        try (Window window = Window.withoutScripts(registry)) {
            Page page = begun(window, product, "2.x");
            page.fill("#versions", "2.1");
            page.locator("button[type=submit]:not([name=on]):text-is('Enregistrer')")
                    .click();
            page.waitForSelector("#save-state:has-text('Enregistré')");
            assertThat(page.locator(FINDINGS).allInnerTexts()).noneMatch(text -> text.contains("version-not-exact"));
        }
    }

    @Test
    void the_first_screen_and_the_own_visas_are_for_everybody_to_use() {
        try (Window window = Window.plain(registry)) {
            window.signIn("halcyon");
            window.open("/desk/apply");
            window.judge("apply-first", "the first screen of an application");
            window.open("/desk/visas");
            assertThat(window.page().locator("main tbody tr").count()).isPositive();
            window.judge("own-visas", "one's own visas");
            window.page().locator("main a[href^='/desk/apply?about=']").first().click();
            assertThat(window.page().locator("#name").inputValue())
                    .as("what follows a visa begins with what it says")
                    .isNotBlank();
            window.judge("apply-follow", "what follows a visa");
        }
    }

    @Test
    void a_holder_tells_a_vulnerability_of_an_own_visa_and_sees_what_the_law_asks_by_when() {
        String title = "Débordement " + UUID.randomUUID().toString().substring(0, 8);
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("halcyon");
            window.open("/desk/visas");
            page.locator("main a[href*='/desk/vulnerabilities?visa=EUCC']")
                    .first()
                    .click();
            page.fill("#title", title);
            page.fill("#known", "<script>alert(1)</script> dans l’analyse des certificats.");
            window.judge("vulnerability-form", "the form that tells a vulnerability");
            page.locator("main form button[type=submit]").click();
            page.waitForURL("**?done=reported");
            Locator told = page.locator("section.panel:has(h2:text-is('" + title + "'))");
            assertThat(told.innerText()).contains("<script>alert(1)</script>", "en cours");
            assertThat(told.locator("ul.checks li").count())
                    .as("each legal clock stands for itself")
                    .isPositive();
            window.judge("vulnerabilities", "vulnerabilities with their clocks");
        }
        try (Window window = Window.plain(registry)) {
            window.signIn("brume");
            window.open("/desk/vulnerabilities");
            assertThat(window.page().locator("main").innerText()).doesNotContain(title);
        }
    }

    /** Sends the form of the page in the background. @return the address that it leads to */
    private static String sentBehind(Page page) {
        return String.valueOf(
                page.evaluate("async () => { const form = document.querySelector('main form[method=post]');"
                        + " const answer = await fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});"
                        + " return answer.url; }"));
    }

    @Test
    void a_first_screen_that_is_sent_twice_opens_one_dossier() {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("halcyon");
            window.open("/desk/apply");
            page.selectOption("#scheme", "cspn-1.1");
            page.fill("#name", product());
            page.fill("#versions", "2.1");
            String opened = sentBehind(page);
            assertThat(opened).endsWith("/application");
            assertThat(sentBehind(page)).isEqualTo(opened);
            page.fill("#name", product());
            assertThat(sentBehind(page))
                    .as("another product is another dossier")
                    .endsWith("/application")
                    .isNotEqualTo(opened);
        }
    }

    @Test
    void a_vulnerability_that_is_sent_twice_is_told_once() {
        String title = "Fuite " + UUID.randomUUID().toString().substring(0, 8);
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("halcyon");
            window.open("/desk/vulnerabilities");
            page.fill("#title", title);
            page.fill("#known", "Une clé reste en mémoire.");
            assertThat(sentBehind(page)).endsWith("?done=reported");
            assertThat(sentBehind(page)).endsWith("?done=reported");
            page.reload();
            assertThat(page.locator("h2:text-is('" + title + "')").count()).isOne();
        }
    }

    @Test
    void files_are_read_only_where_a_desk_takes_them_and_from_whoever_may_send_them() {
        try (Window window = Window.plain(registry)) {
            window.signIn("halcyon");
            assertThat(statusOfFile(window, "/desk/apply")).isEqualTo(415);
            assertThat(statusOfFile(window, "/desk/vulnerabilities")).isEqualTo(415);
            assertThat(statusOfFile(window, "/desk/imports")).isEqualTo(403);
        }
    }

    private static int statusOfFile(Window window, String address) {
        return ((Number) window.page()
                        .evaluate(
                                "async address => { const form = new FormData(); form.set('file', new Blob(['x']), 'x.pdf');"
                                        + " return (await fetch(address, {method: 'POST', body: form})).status; }",
                                address))
                .intValue();
    }
}
