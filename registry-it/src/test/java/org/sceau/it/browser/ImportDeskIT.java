package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.RunningRegistry;

/** The administrator brings a catalogue in: tries it, reads what would happen, records it, takes the report home. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportDeskIT {
    private static final String ROWS =
            "family,scheme,scheme_version,reference,decision_year,holder,name,versions,level,scopes,national_security,"
                    + "valid_from,valid_until,status,listed\n"
                    + "cspn,cspn,1.1,ANSSI-CSPN-2025/71,,Halcyon Cards,HC-Guichet,1.0,,,,2025-01-10,2028-01-10,in-force,yes\n"
                    + "cspn,cspn,1.1,ANSSI-CSPN-2025/72,,Vigie Ponant,VP-Phare,2.1,,,,2025-02-10,2028-02-10,in-force,yes\n"
                    + "cspn,cspn,1.1,ANSSI-CSPN-2025/73,,Vigie Ponant,VP-Brume,2.1,,,,10/02/2025,2028-02-10,in-force,yes\n";
    private static final String COUNTS = "dl.ball";
    private static final int DESK = 1280;
    private static final int TELEPHONE = 360;

    private final RunningRegistry registry = RunningRegistry.shared();

    @Test
    void tries_a_file_reads_the_outcome_records_it_and_downloads_the_report() throws IOException {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("admin");
            judge(window, "the first desk");
            page.locator("main a[href='/desk/imports']").first().click();
            judge(window, "the desk of imports");

            page.setInputFiles(
                    "input[type=file]",
                    new FilePayload("guichet.csv", "text/csv", ROWS.getBytes(StandardCharsets.UTF_8)));
            page.selectOption("main select", "sceau-csv");
            page.locator("main form input[type=submit], main form button[type=submit]")
                    .first()
                    .click();
            page.waitForURL("**/desk/imports/*");
            page.waitForSelector(COUNTS);

            assertThat(page.locator(COUNTS).innerText()).contains("3", "2", "1");
            assertThat(page.locator("main").innerText()).contains("guichet.csv", "date-format", "10/02/2025");
            assertThat(registry.get("/visas/ANSSI-CSPN-2025-71").status())
                    .as("tried, not recorded")
                    .isEqualTo(404);
            judge(window, "the outcome of the try");
            String tried = window.address();

            page.locator("a[href='?ask=record']").click();
            assertThat(window.address()).isEqualTo(tried + "?ask=record");
            page.locator("section.note.pause form input[type=submit]").click();
            page.waitForURL(url -> url.contains("/desk/imports/") && !url.contains(tried));
            page.waitForSelector(COUNTS);

            assertThat(page.locator("main").innerText()).contains("ANSSI-CSPN-2025/71", "ANSSI-CSPN-2025/72");
            judge(window, "the recorded import");
            Download report = page.waitForDownload(
                    () -> page.locator("a[download][href$='/report.csv']").click());
            assertThat(Files.readString(report.path()))
                    .startsWith("\"row\",\"locator\",\"outcome\"")
                    .contains("ANSSI-CSPN-2025-71", "\"date-format\"");

            page.locator("a[href='/visas/ANSSI-CSPN-2025-72']").first().click();
            assertThat(page.locator("h1").innerText()).contains("VP-Phare");
            window.open("/desk/");
            page.locator("form.out button").click();
            page.waitForURL("**/");
            window.open("/desk/");
            assertThat(window.address()).startsWith("/sign-in");
            window.assertNoTrouble();
        }
    }

    @Test
    void refuses_a_file_that_is_none_in_words_and_with_its_code() {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("admin");
            window.open("/en/desk/imports");
            page.setInputFiles(
                    "input[type=file]",
                    new FilePayload("none.csv", "text/csv", "family\theading\n".getBytes(StandardCharsets.UTF_8)));
            page.selectOption("main select", "sceau-csv");
            page.locator("main form input[type=submit], main form button[type=submit]")
                    .first()
                    .click();
            page.waitForSelector("section.note.stop");

            assertThat(page.locator("section.note.stop").innerText()).contains("separator");
            judge(window, "a refused file");
            window.assertNoTrouble();
        }
    }

    @Test
    void a_wrong_password_is_refused_on_the_page_itself() {
        try (Window window = Window.plain(registry)) {
            Page page = window.open("/en/sign-in").page();
            page.fill("#username", "lagarde");
            page.fill("#password", "not this one");
            page.click("main button[type=submit]");
            page.waitForSelector("[role=alert]");
            assertThat(page.locator("[role=alert]").innerText()).contains("sign-in-failed");
            judge(window, "a refused sign-in");
            window.assertNoTrouble();
        }
    }

    /** In light and dark, on a desk and on a telephone; back as it was. */
    private static void judge(Window window, String what) {
        window.assertFits(what);
        window.assertAccessible(what + " in light");
        window.shape(TELEPHONE, ColorScheme.DARK);
        window.assertFits(what + " on a telephone");
        window.assertAccessible(what + " in dark on a telephone");
        window.shape(DESK, ColorScheme.LIGHT);
    }
}
