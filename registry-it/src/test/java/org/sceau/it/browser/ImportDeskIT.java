package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.CsvRows;
import org.sceau.it.server.Patience;
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
    private static final String STATE = "main .head .tag";
    /** Rows that keep any machine busy for longer than a person needs to cancel. */
    private static final int LONG_FILE = 25_000;

    /** Per cent; from there on visas are put on record. */
    private static final int ALL_IS_COMPARED = 66;

    private static final int MOST_STOPS = 40;
    private static final Duration LONG = Duration.ofMinutes(3);
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

            send(page, "guichet.csv", ROWS);
            page.waitForURL("**/desk/imports/*");
            page.waitForSelector(COUNTS);

            assertThat(page.locator(COUNTS).innerText()).contains("3", "2", "1");
            assertThat(page.locator("main").innerText()).contains("guichet.csv", "date-format", "10/02/2025");
            assertThat(registry.get("/visas/ANSSI-CSPN-2025-71").status())
                    .as("tried, not recorded")
                    .isEqualTo(404);
            judge(window, "the outcome of the try");

            recordWhatWasTried(window);
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
            send(page, "none.csv", "family\theading\n");
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

    /**
     * The screen is never loaded anew by the test: whatever it tells of the running import it has learnt by itself. A file that the
     * machine has recorded before anybody could cancel it fails the test.
     */
    @Test
    void watches_a_long_import_move_and_cancels_it_from_the_keyboard_and_whole_visas_remain() {
        CsvRows rows = CsvRows.numbered("renonce", LONG_FILE);
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("admin");
            window.open("/desk/imports");
            send(page, "renonce.csv", rows.text());
            page.waitForURL("**/desk/imports/*");
            page.waitForSelector(COUNTS);
            assertThat(count(page, "Seraient créés")).isEqualTo(LONG_FILE);

            recordWhatWasTried(window);
            String sheet = window.address();
            String first = told(page);
            int percent = percent(page);
            judge(window, "an import under way");
            Patience.until(
                    "the screen tells more than " + first,
                    LONG,
                    () -> !told(page).equals(first));
            Patience.until("the screen tells of visas on record", LONG, () -> percent(page) > ALL_IS_COMPARED);
            assertThat(percent(page)).isGreaterThan(percent);
            assertThat(page.locator(STATE).innerText()).isEqualTo("Enregistrement");
            pressWithTheKeyboard(page, "a[href='?ask=cancel']");
            page.waitForURL("**" + sheet + "?ask=cancel");
            pressWithTheKeyboard(page, "section.note.pause form input[type=submit]");
            page.waitForSelector(COUNTS);

            assertThat(window.address()).isEqualTo(sheet);
            assertThat(page.locator(STATE).innerText()).isEqualTo("Annulé");
            assertThat(count(page, "Lignes lues")).isEqualTo(LONG_FILE);
            int created = count(page, "Visas créés");
            assertThat(created).isPositive().isLessThan(LONG_FILE);
            judge(window, "a cancelled import");
            page.locator("main a[href*='outcome=created']").click();
            assertThat(page.locator("table.rowtable .tag").allInnerTexts()).containsOnly("Créé");
            window.open("/en" + sheet);
            assertThat(page.locator(STATE).innerText()).isEqualTo("Cancelled");

            assertWholeVisasRemain(rows, created);
            window.open("/catalogue?q=" + rows.series());
            assertThat(page.locator("main").innerText()).contains("Audit " + rows.series());
            window.assertNoTrouble();
        }
    }

    /** The first {@code created} rows are visas that differ in their number alone, and there is nothing of the others. */
    private void assertWholeVisasRemain(CsvRows rows, int created) {
        String search = "/api/v1/catalogue?size=1&q=" + rows.series();
        Patience.until(
                "the catalogue has the " + created,
                LONG,
                () -> registry.get(search).json().getInt("total") == created);
        String first = facts(rows, 1);
        for (int row : new int[] {2, created / 2, created}) {
            assertThat(facts(rows, row)).isEqualTo(first);
        }
        assertThat(registry.get("/api/v1/visas/" + rows.slug(created + 1)).status())
                .isEqualTo(404);
        assertThat(registry.get("/api/v1/visas/" + rows.slug(LONG_FILE)).status())
                .isEqualTo(404);
    }

    private String facts(CsvRows rows, int row) {
        String slug = rows.slug(row);
        String number = slug.substring(slug.lastIndexOf('-') + 1);
        return registry.get("/api/v1/visas/" + slug)
                .json()
                .getJsonObject("facts")
                .toString()
                .replace(number, "N")
                .replace(rows.series() + " " + row + "\"", rows.series() + " N\"");
    }

    private static void send(Page page, String name, String text) {
        page.setInputFiles(
                "input[type=file]", new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.selectOption("main select", "sceau-csv");
        page.locator("main form input[type=submit], main form button[type=submit]")
                .first()
                .click();
    }

    /** From the outcome of a try to the page of the real import. */
    private static void recordWhatWasTried(Window window) {
        Page page = window.page();
        String tried = window.address();
        page.locator("a[href='?ask=record']").click();
        assertThat(window.address()).isEqualTo(tried + "?ask=record");
        page.locator("section.note.pause form input[type=submit]").click();
        page.waitForURL(url -> url.contains("/desk/imports/") && !url.contains(tried));
    }

    /** What the screen tells of the import that runs. */
    private static String told(Page page) {
        assertThat(page.locator(COUNTS).count()).as("it is over too soon").isZero();
        return page.locator("main form p.num").innerText();
    }

    private static int percent(Page page) {
        return Integer.parseInt(told(page).replaceFirst("\\D.*", ""));
    }

    /** The number under a word of the balance. */
    private static int count(Page page, String word) {
        return Integer.parseInt(page.locator(COUNTS + " div:has(dt:text-is('" + word + "')) dd")
                .innerText()
                .strip());
    }

    /** Goes there by the tabulator, from wherever the page left the focus, and presses Enter. */
    private static void pressWithTheKeyboard(Page page, String what) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (page.locator(what + ":focus").count() == 1) {
                page.keyboard().press("Enter");
                return;
            }
        }
        fail("the tabulator does not lead to " + what);
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
