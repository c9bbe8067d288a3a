package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.Caller;
import org.sceau.it.server.RunningRegistry;

/** A value that nobody had read is corrected at the desk: two administrators, no release, and nobody alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemesDeskIT {
    private static final String DESK = "/desk/schemes";
    private static final String REVISIONS = "/api/v1/scheme-revisions";

    private final RunningRegistry registry = Rehearsal.registry();

    private void drop(String file, String text) throws IOException {
        Path folder = Files.createDirectories(registry.home().resolve("schemes"));
        Path next = Files.writeString(folder.resolve("next.part"), text);
        Files.move(next, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private void take(String file) throws IOException {
        Files.deleteIfExists(registry.home().resolve("schemes").resolve(file));
    }

    private String shipped(String scheme) {
        return registry.get("/api/v1/schemes/" + scheme + "/revisions/1").text();
    }

    private static String corrected(String shipped) {
        return shipped.replaceFirst("format: 2\n", "format: 2\nrevision: 2\n")
                .replaceFirst("verified: false", "verified: true");
    }

    private List<String> proposals() {
        return new Caller(registry, "audit")
                .get(REVISIONS).json().getJsonArray("revisions").getValuesAs(JsonObject.class).stream()
                        .map(revision -> revision.getString("scheme") + " " + revision.getString("state"))
                        .toList();
    }

    private int revision(String scheme) {
        return registry.get("/api/v1/schemes/" + scheme)
                .json()
                .getJsonObject("scheme")
                .getInt("revision");
    }

    /** What a form of the page would send. */
    private static Map<String, Object> fields(Locator form) {
        return form.locator("input[name], textarea[name]").all().stream()
                .collect(Collectors.toMap(field -> field.getAttribute("name"), Locator::inputValue));
    }

    /** Sends fields once more, as a second press would. */
    private static void again(Page page, Map<String, Object> fields) {
        page.evaluate(
                "fields => { const form = document.createElement('form'); form.method = 'post';"
                        + " for (const [name, value] of Object.entries(fields)) {"
                        + " const input = document.createElement('input'); input.name = name; input.value = value; form.append(input) }"
                        + " document.body.append(form); form.submit() }",
                fields);
    }

    @Test
    void whoever_does_not_read_them_is_answered_alike_whether_something_is_there_or_not() {
        String unknown = "0".repeat(64);
        try (Window window = Window.plain(registry)) {
            Rehearsal.come(window, "halcyon");
            assertThat(window.page().locator("a[href='" + DESK + "']").count()).isZero();
            window.open(DESK);
            assertThat(window.page().locator("main").innerText()).contains("rôle d’administrateur ou d’auditeur");
            new CasePage(window).judge("schemes-not-yours", "the desk of schemes, to a vendor");
            window.open(DESK + "/trust-label-1");
            String there = window.page().locator("main").innerText();
            assertThat(there).contains("role-missing").doesNotContain("Label");
            for (String address : List.of("/none-1", "/files/none-1.yaml", "/revisions/" + unknown)) {
                window.open(DESK + address);
                assertThat(window.page().locator("main").innerText())
                        .as(address)
                        .isEqualTo(there);
            }
            window.assertNoTrouble();
        }
        try (Window window = Window.plain(registry)) {
            Rehearsal.come(window, "audit");
            window.open(DESK + "/none-1");
            assertThat(window.page().locator("#refused code").innerText()).isEqualTo("scheme-unknown");
            window.open(DESK + "/files/none-1.yaml");
            assertThat(window.page().locator("#refused code").innerText()).isEqualTo("file-unknown");
            window.open(DESK + "/revisions/" + unknown);
            assertThat(window.page().locator("#refused code").innerText()).isEqualTo("revision-unknown");
            new CasePage(window).judge("revision-unknown", "an edition that is not there");
            window.assertNoTrouble();
        }
    }

    @Test
    void a_file_that_cannot_be_used_says_where_and_is_offered_to_nobody() throws IOException {
        String file = "pvid-2021-03-01.yaml";
        String broken = corrected(shipped("pvid/2021-03-01")) + "no-such-key: true\n";
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            Rehearsal.come(window, "admin");
            drop(file, broken);
            window.open(DESK);
            Locator row = page.locator("tr:has-text('" + file + "')");
            assertThat(row.innerText())
                    .contains(
                            "Refusé",
                            "definition-unusable",
                            "Ligne : " + broken.lines().count(),
                            "unknown-key");
            row.locator("a").click();
            assertThat(page.locator("#why").innerText()).contains("no-such-key");
            assertThat(page.locator("main form").count()).isZero();
            new CasePage(window).judge("revision-refused", "a file that cannot be used");
            window.assertNoTrouble();
        } finally {
            take(file);
        }
    }

    @Test
    void each_unverified_value_is_named_with_its_source_and_its_place_in_the_file_in_either_language() {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            Rehearsal.come(window, "audit");
            page.locator("nav a[href='" + DESK + "']").click();
            new CasePage(window).judge("schemes", "the desk of schemes");
            assertThat(page.locator("main").innerText())
                    .contains("SCEAU_SCHEMES", "valeurs non vérifiées")
                    .doesNotContain(registry.home().toString());
            page.locator("main table a:text-is('CSPN 1.1')").click();
            page.locator("ul.checks details summary").first().click();
            assertThat(page.locator("ul.checks li").first().innerText())
                    .contains("En usage", "applies, ligne 8", "the day is not known", "from: 2014-01-01");
            window.glance("scheme-values");
            new CasePage(window).judge("scheme", "a scheme with unverified values");
            assertThat(page.locator("main form").count())
                    .as("whoever audits is offered nothing")
                    .isZero();
            window.open("/en" + DESK + "/cspn-1.1");
            assertThat(page.locator("main").innerText())
                    .contains("unverified values", "line 8", "Evaluation file", "revision: 2");
            window.shape(640, ColorScheme.LIGHT);
            window.assertFits("a scheme at twice the size");
            window.assertNoTrouble();
        }
    }

    @Test
    void a_correction_takes_two_administrators_two_actions_each_and_its_forms_are_carried_out_once() throws Exception {
        String scheme = "trust-label/1";
        String file = "trust-label-1.yaml";
        String address;
        String digest;
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            CasePage casePage = new CasePage(window);
            drop(file, corrected(shipped(scheme)));
            Rehearsal.comeStale(window, "admin");
            window.open(DESK);
            new Keyboard(page).press(page.locator("a[href='" + DESK + "/files/" + file + "']"));
            page.waitForURL("**/files/" + file);
            assertThat(page.locator("table.diff").innerText()).contains("Lecture de la source", "non vérifiée");
            casePage.judge("revision-file", "a file that may be proposed");

            Locator form = casePage.form("revision-propose");
            form.locator("button").click();
            casePage.assertRefused("step-up-needed");
            page.evaluate("document.querySelector('form:has([value=revision-propose]) [name=token]').value = 'x'");
            form.locator("button").click();
            casePage.assertRefused("form-expired");
            form.locator("[name=code]").fill("000000");
            form.locator("button").click();
            casePage.assertRefused("factor-wrong");
            form.locator("[name=code]").fill(Rehearsal.code("admin"));
            Map<String, Object> sent = fields(form);
            digest = String.valueOf(sent.get("digest"));
            casePage.send("revision-propose");
            address = window.address().replaceFirst("[?].*", "");
            assertThat(address).isEqualTo(DESK + "/revisions/" + digest);
            page.reload();
            window.open(DESK + "/files/" + file);
            assertThat(casePage.form("revision-propose").count())
                    .as("what is proposed is not offered again")
                    .isZero();
            assertThat(page.locator("#why").innerText()).contains("revision-proposed");
            sent.put("token", page.locator("form.out [name=token]").inputValue());
            again(page, sent);
            casePage.await("revision-propose");
            assertThat(proposals().stream().filter("trust-label proposed"::equals))
                    .as("sent twice, proposed once")
                    .hasSize(1);

            assertThat(page.locator("a[aria-disabled=true]").innerText()).contains("Mettre en vigueur");
            assertThat(page.locator("#why").innerText()).contains("approval-own-proposal");
            assertThat(casePage.form("revision-approve").count()).isZero();
            casePage.judge("revision-mine", "an edition, to who proposed it");
            again(
                    page,
                    Map.of(
                            "token",
                            page.locator("form.out [name=token]").inputValue(),
                            "act",
                            "revision-approve",
                            "digest",
                            digest,
                            "grounds",
                            "Moi-même."));
            casePage.assertRefused("approval-own-proposal");
            window.assertNoTrouble();
        }
        assertThat(revision(scheme)).isEqualTo(1);
        try (Window window = Window.plain(registry)) {
            Rehearsal.come(window, "audit");
            window.open(address);
            assertThat(window.page().locator("main form").count())
                    .as("whoever audits is offered nothing")
                    .isZero();
            new CasePage(window).judge("revision-audit", "an edition, to an auditor");
            window.assertNoTrouble();
        }
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            CasePage casePage = new CasePage(window);
            Rehearsal.come(window, "le-goff");
            assertThat(page.locator("main").innerText())
                    .as("the first desk says that something waits")
                    .contains("1 édition attend votre voix");
            casePage.judge("home-administrator", "the first desk of an administrator");
            window.open(DESK);
            casePage.judge("schemes-waiting", "the desk of schemes with an edition that waits");
            page.locator("main a[href='" + address + "']").click();
            casePage.judge("revision-second", "an edition, to the second administrator");
            Locator form = casePage.form("revision-approve");
            form.locator("textarea").fill("Lu dans le texte, article 3.");
            page.evaluate("document.querySelector('form:has([value=revision-approve]) [name=digest]').value = '"
                    + "f".repeat(64) + "'");
            form.locator("button").click();
            casePage.assertRefused("revision-unknown");
            assertThat(form.locator("textarea").inputValue())
                    .as("what was typed is kept")
                    .isEqualTo("Lu dans le texte, article 3.");
            Map<String, Object> sent = fields(form);
            casePage.send("revision-approve");
            assertThat(revision(scheme)).isEqualTo(2);
            casePage.judge("revision-active", "an edition that is in use");
            sent.put("token", page.locator("form.out [name=token]").inputValue());
            again(page, sent);
            casePage.await("revision-approve");
            assertThat(page.locator("main").innerText()).contains("admin", "le-goff");
            window.open("/en" + DESK);
            assertThat(page.locator("tr:has-text('" + file + "')").innerText()).contains("In use already");
            assertThat(page.locator("main").innerText()).contains("Taken into use");
            casePage.judge("schemes-en", "the desk of schemes in English");
            window.assertNoTrouble();
        } finally {
            take(file);
        }
        assertThat(proposals()).contains("trust-label active").doesNotContain("trust-label proposed");
    }
}
