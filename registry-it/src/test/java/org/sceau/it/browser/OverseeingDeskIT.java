package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.Answer;
import org.sceau.it.server.Caller;
import org.sceau.it.server.RunningRegistry;
import org.sceau.it.server.SignedIn;

/** Complaints, the yearly sample and the visas to review at the desks of those who watch over what was decided. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OverseeingDeskIT {
    private static final String OWN = "EUCC-3090-2026-0901";

    private final RunningRegistry registry =
            RunningRegistry.named("overseeing-desk", Map.of("SCEAU_DEMO_CASES", "true"));

    private static String refusal(Page page) {
        return page.locator("#refused").innerText();
    }

    /** Unfolds the form of an act and gives it back. */
    private static Locator form(Page page, String act) {
        page.locator("details:has(input[name=act][value=" + act + "])").evaluate("one => { one.open = true; }");
        return page.locator("form:has(input[name=act][value=" + act + "])");
    }

    private static void send(Page page, String act, Map<String, String> fields) {
        Locator form = form(page, act);
        fields.forEach((name, text) -> form.locator("[name=" + name + "]").fill(text));
        form.locator("button").click();
    }

    /** A complaint of Halcyon about its laboratory; gives its address. */
    private String filed(Window window, String text) {
        Page page = window.page();
        window.signIn("halcyon");
        window.open("/desk/complaints");
        page.selectOption("#about", new com.microsoft.playwright.options.SelectOption().setLabel("Laboratoire Oxalis"));
        page.fill("#text", text);
        page.locator("form:has(#about) button[type=submit]").click();
        page.waitForURL("**?done=filed");
        return window.address().replaceAll("\\?.*", "");
    }

    @Test
    void what_cannot_be_filed_is_said_and_nothing_typed_is_lost() {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("halcyon");
            window.open("/desk/complaints");
            page.selectOption("#about", "visa");
            page.fill("#name", "EUCC-0000-0000");
            page.fill("#text", "Le visa dit autre chose que le certificat.");
            page.locator("form:has(#about) button[type=submit]").click();
            assertThat(refusal(page)).contains("visa-unknown");
            assertThat(page.inputValue("#text")).isEqualTo("Le visa dit autre chose que le certificat.");
            assertThat(page.inputValue("#name")).isEqualTo("EUCC-0000-0000");
            page.fill("#name", OWN);
            page.check("input[name=kind][value=appeal]");
            page.locator("form:has(#about) button[type=submit]").click();
            assertThat(refusal(page))
                    .as("nothing was decided here about an imported visa")
                    .contains("appeal-without-decision");
            assertThat(page.isChecked("input[name=kind][value=appeal]")).isTrue();
            page.check("input[name=kind][value=complaint]");
            page.evaluate("document.querySelector('form:has(#about) [name=token]').value = 'x'");
            page.locator("form:has(#about) button[type=submit]").click();
            assertThat(refusal(page)).contains("form-expired");
            window.open("/desk/complaints?about=dossier:" + UUID.randomUUID());
            assertThat(refusal(page)).contains("dossier-unknown");
            window.open("/desk/complaints?about=dossier:x");
            assertThat(refusal(page)).contains("dossier-unknown");
            assertThat(page.locator("details:has(#writer)").count())
                    .as("letters are recorded by staff")
                    .isZero();
            window.assertNoTrouble();
        }
        assertThat(new Caller(registry, "halcyon")
                        .get("/api/v1/complaints")
                        .json()
                        .getJsonArray("complaints"))
                .noneMatch(one -> one.toString().contains("certificat"));
    }

    @Test
    void a_form_that_is_sent_twice_is_one_complaint() {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("brume");
            window.open("/desk/complaints");
            page.selectOption("#about", "body");
            page.fill("#name", "Un organisme de formation");
            page.fill("#text", "Il se dit qualifié.");
            int status = ((Number)
                            page.evaluate("async () => { const form = document.querySelector('form:has(#about)');"
                                    + " const send = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});"
                                    + " await send(); return (await send()).status }"))
                    .intValue();
            assertThat(status).isEqualTo(200);
            window.open("/desk/complaints");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        }
    }

    @Test
    void a_complaint_goes_from_who_files_it_to_a_handler_who_had_no_part_and_back() {
        String address;
        try (Window window = Window.plain(registry)) {
            address = filed(window, "Le rapport est parti sans notre réponse.");
            window.judge("complaint-filed", "a complaint, to who filed it");
            assertThat(window.page().locator("form:has(input[name=act])").count())
                    .as("who complains takes no step")
                    .isZero();
            window.open("/desk/complaints");
            window.judge("complaints", "the complaints of a vendor");
        }
        String unknown = address.replaceAll("[^/]+$", UUID.randomUUID().toString());
        try (Window window = Window.plain(registry)) {
            window.signIn("brume");
            window.open(unknown);
            String nothing = window.page().locator("main").innerText();
            window.open(address);
            assertThat(window.page().locator("main").innerText())
                    .as("another vendor learns nothing of it")
                    .isEqualTo(nothing)
                    .contains("complaint-unknown");
        }
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("audit");
            window.open(address);
            assertThat(page.locator("main").innerText())
                    .contains("Laboratoire Oxalis")
                    .doesNotContain("sans notre réponse", "Halcyon");
            assertThat(page.locator("form:has(input[name=act])").count()).isZero();
        }
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("prigent");
            window.open("/desk/complaints");
            page.locator("tbody a[href='" + address + "']").click();
            window.judge("complaint-received", "a complaint that nobody handles yet");
            send(page, "assigned", Map.of());
            page.waitForURL("**?done=assigned");
            String seen = page.locator("input[name=seen]").first().inputValue();
            send(page, "admitted", Map.of("text", "Elle est motivée."));
            page.waitForURL("**?done=admitted");
            page.evaluate(
                    "seen => document.querySelector('form:has([value=investigated]) [name=seen]').value = seen", seen);
            send(page, "investigated", Map.of("text", "Les échanges du tour 2."));
            assertThat(refusal(page)).as("what was seen is not what it is").contains("concurrent-change");
            assertThat(form(page, "investigated").locator("textarea").inputValue())
                    .isEqualTo("Les échanges du tour 2.");
            send(page, "investigated", Map.of("text", "Les échanges du tour 2."));
            page.waitForURL("**?done=investigated");
            send(page, "noted", Map.of("text", "Rappeler le laboratoire."));
            page.waitForURL("**?done=noted");
            send(page, "informed", Map.of("text", "Réponse sous dix jours."));
            page.waitForURL("**?done=informed");
            Locator end = form(page, "concluded");
            end.locator("[name=finding]").selectOption("partly-founded");
            end.locator("[name=reasons]").fill("Une réponse manquait au rapport.");
            end.locator("[name=measures]").fill("Le laboratoire complète son rapport.");
            end.locator("button").click();
            assertThat(refusal(page))
                    .as("no scheme says which remedy there is against what is said of a laboratory")
                    .contains("legal-remedy-missing");
            assertThat(form(page, "concluded").locator("[name=measures]").inputValue())
                    .isEqualTo("Le laboratoire complète son rapport.");
            window.judge("complaint-handled", "a complaint to its handler, at its end");
            form(page, "concluded").locator("[name=remedy]").fill("Tribunal administratif, deux mois.");
            form(page, "concluded").locator("button").click();
            page.waitForURL("**?done=concluded");
            assertThat(page.locator("form:has(input[name=act])").count())
                    .as("what is over stays so")
                    .isZero();
            window.assertNoTrouble();
        }
        try (Window window = Window.plain(registry)) {
            window.signIn("halcyon");
            window.open("/en" + address.replaceFirst("^/fr", ""));
            assertThat(window.page().locator("main").innerText())
                    .contains("Partly founded", "Une réponse manquait au rapport.", "Réponse sous dix jours.")
                    .contains("Tribunal administratif")
                    .doesNotContain("Rappeler le laboratoire.", "prigent");
            window.judge("complaint-concluded", "a complaint that is over, in English");
        }
    }

    @Test
    void staff_records_a_letter_in_the_name_of_who_wrote_it() {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("roy");
            window.open("/desk/complaints");
            page.selectOption("#about", "body");
            page.fill("#name", "Un revendeur");
            page.fill("#text", "Il affiche un logo qui n’est pas le sien.");
            page.locator("details:has(#writer) > summary").click();
            page.check("input[name=letter]");
            page.locator("form:has(#about) button[type=submit]").click();
            assertThat(refusal(page)).contains("field-missing");
            assertThat(page.isChecked("input[name=letter]")).isTrue();
            page.fill("#writer", "Yves Le Bris");
            page.fill("#contact", "yves@lebris.example");
            page.locator("form:has(#about) button[type=submit]").click();
            page.waitForURL("**?done=filed");
            window.assertNoTrouble();
        }
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("prigent");
            window.open("/desk/complaints");
            page.locator("tbody tr:has-text('Un revendeur') a").click();
            assertThat(page.locator("main").innerText()).contains("Yves Le Bris", "yves@lebris.example");
        }
    }

    @Test
    void the_supervisor_draws_the_sample_of_a_year_and_nobody_else_does() {
        for (String outside : List.of("halcyon", "tual", "prigent")) {
            try (Window window = Window.plain(registry)) {
                window.signIn(outside);
                window.open("/desk/samples");
                assertThat(refusal(window.page())).as(outside).contains("role-missing");
                window.open("/desk/samples/eucc/" + year());
                assertThat(refusal(window.page())).as(outside).contains("role-missing");
            }
        }
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("roy");
            window.open("/desk/samples");
            window.judge("samples", "the schemes of which samples are drawn");
            window.open("/desk/samples/cspn/" + year());
            assertThat(refusal(page)).contains("scheme-unknown");
            window.open("/desk/samples");
            page.locator("main h2 a[href*='/samples/eucc/']").click();
            page.fill("#basis", "Cartes à puce exposées à une attaque publiée.");
            page.fill("#fr-1", "Attaque publiée depuis la délivrance");
            page.fill("#en-1", "Attack published since the issue");
            page.locator("form:has(#basis) button[type=submit]").click();
            assertThat(refusal(page)).as("no visa was chosen").contains("field-missing");
            assertThat(page.inputValue("#fr-1")).isEqualTo("Attaque publiée depuis la délivrance");
            page.locator("input[name=visa]").first().check();
            window.judge("sample", "the form of a drawing");
            page.locator("form:has(#basis) button[type=submit]").click();
            page.waitForURL("**?done=drawn");
            assertThat(page.locator("main").innerText())
                    .contains("Suffisant", "Cartes à puce exposées", "Attaque publiée depuis la délivrance");
            window.assertNoTrouble();
        }
        try (Window window = Window.plain(registry)) {
            window.signIn("audit");
            window.open("/en/desk/samples/eucc/" + year());
            assertThat(window.page().locator("main").innerText())
                    .contains("Large enough", "Attack published since the issue");
            assertThat(window.page().locator("form:has(#basis)").count()).isZero();
            window.judge("sample-read", "a sample, to an auditor");
        }
    }

    @Test
    void an_auditor_takes_a_dossier_out_whole_after_a_fresh_factor_and_nobody_else_does() throws IOException {
        String dossier = new Caller(registry, "audit")
                .get("/api/v1/dossiers")
                .json()
                .getJsonArray("dossiers")
                .getJsonObject(0)
                .getString("id");
        String page = "/desk/dossiers/" + dossier;
        String unknown = "/desk/dossiers/" + UUID.randomUUID();
        for (String other : List.of("halcyon", "morvan", "roy", "admin")) {
            SignedIn session = SignedIn.as(registry, other);
            assertThat(session.get(page + "/export").status()).as(other).isEqualTo(403);
            assertThat(session.get(unknown + "/export").status()).as(other).isEqualTo(403);
        }
        SignedIn auditor = SignedIn.as(registry, "audit");
        assertThat(auditor.get(unknown + "/export").status()).isEqualTo(404);
        try (Window window = Window.plain(registry)) {
            window.signIn("audit");
            window.open(page);
            window.judge("case-auditor", "a dossier, to an auditor");
            Download download = window.page()
                    .waitForDownload(
                            () -> window.page().locator("a[href$='/export']").click());
            assertThat(download.suggestedFilename()).endsWith(".zip");
            Map<String, byte[]> files = unpacked(download.path());
            assertThat(files)
                    .containsKeys("LISEZMOI-README.txt", "manifest.json", "journal.ndjson", "dossier/000001.json");
            assertThat(new String(files.get("manifest.json"), StandardCharsets.UTF_8))
                    .contains(dossier);
            window.assertNoTrouble();
        }
        String address = "/api/v1/dossiers/" + dossier + "/export";
        Answer stale = new Caller(registry, "audit").get(address);
        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.code()).isEqualTo("step-up-needed");
        Answer byToken = new Caller(registry, "audit").send("GET", address, "");
        assertThat(byToken.status()).isEqualTo(200);
        assertThat(byToken.header("Content-Type")).isEqualTo("application/zip");
    }

    private static Map<String, byte[]> unpacked(Path archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private String year() {
        return registry.get("/api/v1/visas?limit=1").json().getString("asOf").substring(0, 4);
    }

    @Test
    void visas_to_review_stand_under_what_puts_them_in_question() {
        try (Window window = Window.plain(registry)) {
            window.signIn("halcyon");
            window.open("/desk/impacts");
            assertThat(refusal(window.page())).contains("role-missing");
        }
        int told = new Caller(registry, "roy")
                .get("/api/v1/impacts")
                .json()
                .getJsonArray("impacts")
                .size();
        try (Window window = Window.plain(registry)) {
            window.signIn("roy");
            window.open("/desk/impacts");
            assertThat(window.page().locator("tbody tr").count()).isEqualTo(told);
            window.judge("impacts", "the visas to review");
        }
    }
}
