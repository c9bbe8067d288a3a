package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The contract of the import interface: addresses, names and codes that others have written programs against. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportInterfaceIT {
    private static final String IMPORTS = "/api/v1/imports";
    private static final String DRY = IMPORTS + "?format=sceau-csv";
    private static final String REAL = DRY + "&dryRun=false";
    private static final Duration LONG = Duration.ofMinutes(3);

    private final RunningRegistry registry = RunningRegistry.shared();

    @Test
    void without_a_good_token_nothing_is_even_read() {
        byte[] rows = CsvRows.numbered("nobody", 1).bytes();
        Answer anonymous = registry.send(registry.request(REAL).POST(BodyPublishers.ofByteArray(rows)));
        assertProblem(anonymous, 401, "sign-in-needed");
        assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");
        assertProblem(
                registry.send(registry.request(REAL)
                        .header("Authorization", "Bearer sceau_" + "0".repeat(64))
                        .POST(BodyPublishers.ofByteArray(rows))),
                401,
                "token-refused");
        assertProblem(
                registry.send(registry.request(REAL)
                        .header("Authorization", "Basic YWRtaW46YWRtaW4=")
                        .POST(BodyPublishers.ofByteArray(rows))),
                401,
                "token-refused");
        assertProblem(registry.get(IMPORTS), 401, "sign-in-needed");
    }

    @Test
    void another_role_is_refused_and_an_auditor_only_reads() {
        byte[] rows = CsvRows.numbered("others", 1).bytes();
        for (String username : List.of("oxalis", "halcyon", "kerbrat", "audit")) {
            assertProblem(
                    registry.send(registry.as(username, REAL).POST(BodyPublishers.ofByteArray(rows))),
                    403,
                    "role-missing");
        }
        assertThat(registry.getAs("audit", IMPORTS).status()).isEqualTo(200);
        assertProblem(registry.getAs("oxalis", IMPORTS), 403, "role-missing");
    }

    @Test
    void wrong_parameters_are_named() {
        byte[] rows = CsvRows.numbered("parameters", 1).bytes();
        assertThat(assertProblem(registry.post(IMPORTS, rows), 400, "parameter-missing")
                        .getString("parameter"))
                .isEqualTo("format");
        assertProblem(registry.post(IMPORTS + "?format=xlsx", rows), 400, "format-unknown");
        assertThat(assertProblem(registry.post(DRY + "&dryRun=perhaps", rows), 400, "parameter-invalid")
                        .getString("parameter"))
                .isEqualTo("dryRun");
        assertThat(assertProblem(registry.post(DRY + "&edition=05/12/2025", rows), 400, "parameter-invalid")
                        .getString("parameter"))
                .isEqualTo("edition");
        assertProblem(registry.post(DRY + "&edition=2199-01-01", rows), 400, "edition-in-the-future");
        assertThat(assertProblem(registry.post(DRY + "&dryrun=false", rows), 400, "parameter-unknown")
                        .getString("parameter"))
                .isEqualTo("dryrun");
        assertProblem(registry.post(DRY, new byte[0]), 400, "body-empty");
    }

    @Test
    void unknown_paths_and_methods_and_types_are_problem_documents_too() {
        String unknown = IMPORTS + "/" + UUID.randomUUID();
        assertProblem(registry.getAs("admin", unknown), 404, "import-unknown");
        assertProblem(registry.getAs("admin", unknown + "/report.csv"), 404, "import-unknown");
        assertProblem(registry.getAs("admin", IMPORTS + "/not-an-id"), 404, "import-unknown");
        assertProblem(registry.send(registry.as("admin", unknown).DELETE()), 404, "import-unknown");
        assertProblem(registry.get("/api/v1/nothing"), 404, "not-found");
        assertProblem(registry.get("/api"), 404, "not-found");
        Answer put = registry.send(registry.as("admin", IMPORTS).PUT(BodyPublishers.ofString("x")));
        assertProblem(put, 405, "method-not-allowed");
        assertThat(put.header("Allow")).contains("POST");
        assertProblem(
                registry.send(registry.request("/api/v1/catalogue").header("Accept", "image/png")),
                406,
                "not-acceptable");
        assertProblem(registry.get("/api/v1/visas/there-is-none"), 404, "visa-unknown");
    }

    @Test
    void titles_follow_the_language_of_the_caller() {
        HttpRequest.Builder french = registry.request(IMPORTS).header("Accept-Language", "fr");
        HttpRequest.Builder english = registry.request(IMPORTS).header("Accept-Language", "en-GB,en;q=0.9");
        Answer inFrench = registry.send(french);
        Answer inEnglish = registry.send(english);
        assertThat(inFrench.header("Content-Language")).isEqualTo("fr");
        assertThat(inEnglish.header("Content-Language")).isEqualTo("en");
        assertThat(inFrench.json().getString("title"))
                .isNotEqualTo(inEnglish.json().getString("title"));
    }

    @Test
    void a_dry_run_comes_by_default_then_the_import_and_then_nothing_is_left_to_do() {
        CsvRows rows = CsvRows.numbered("contract", 7);
        long visas = registry.visas();

        JsonObject tried = registry.post(DRY, rows.bytes()).json();
        assertThat(tried.getBoolean("dryRun")).isTrue();
        assertThat(tried.getInt("created")).isEqualTo(7);
        assertThat(registry.get("/api/v1/visas/" + rows.slug(1)).status()).isEqualTo(404);

        Answer done = registry.post(REAL + "&edition=2025-12-05", rows.bytes());
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.header("Content-Type")).startsWith("application/json");
        assertCounts(done.json(), 7, 7, 0, 0, 0);
        assertThat(done.json().getString("edition")).isEqualTo("2025-12-05");
        assertCounts(registry.post(REAL, rows.bytes()).json(), 7, 0, 0, 7, 0);
        byte[] changed = rows.text()
                .replace(",Audit contract 3,", ",Audit de contrat,")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertCounts(registry.post(REAL, changed).json(), 7, 0, 1, 6, 0);
        Patience.until("seven more visas", LONG, () -> registry.visas() >= visas + 7);
    }

    private static void assertCounts(
            JsonObject answer, int rows, int created, int changed, int unchanged, int refused) {
        assertThat(List.of(
                        answer.getInt("rows"),
                        answer.getInt("created"),
                        answer.getInt("changed"),
                        answer.getInt("unchanged"),
                        answer.getInt("refused")))
                .as("rows, created, changed, unchanged, refused in %s", answer)
                .containsExactly(rows, created, changed, unchanged, refused);
    }

    @Test
    void the_same_file_under_the_same_key_is_one_import_and_another_file_is_refused() {
        byte[] rows = CsvRows.numbered("again", 2).bytes();
        for (String address : List.of(DRY, REAL)) {
            String key = UUID.randomUUID().toString();
            Answer first = keyed(address, key, rows);
            Answer second = keyed(address, key, rows);
            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.json()).isEqualTo(first.json());

            assertProblem(keyed(address, key, CsvRows.numbered("other", 1).bytes()), 409, "idempotency-key-reused");
            assertThat(keyed(address, UUID.randomUUID().toString(), rows).json().getString("id"))
                    .isNotEqualTo(first.json().getString("id"));
        }
        assertProblem(keyed(DRY, "k".repeat(201), rows), 400, "parameter-invalid");
    }

    private Answer keyed(String address, String key, byte[] rows) {
        return registry.send(
                registry.as("admin", address).header("Idempotency-Key", key).POST(BodyPublishers.ofByteArray(rows)));
    }

    @Test
    void every_row_is_accounted_for_in_the_report_and_formulas_are_defused() {
        String wrong =
                "passi,passi,2.2,1,2025,=HYPERLINK(1),Audit,,SUBSTANTIAL,ARCHITECTURE_AUDIT,no,01/02/2025,2028-02-01,"
                        + "in-force,yes\n";
        CsvRows rows = CsvRows.numbered("report", 2);
        Answer done = registry.post(REAL, (rows.text() + wrong).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertCounts(done.json(), 3, 2, 0, 0, 1);

        Answer report = registry.getAs("audit", IMPORTS + "/" + done.json().getString("id") + "/report.csv");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.header("Content-Type")).startsWith("text/csv");
        assertThat(report.header("Content-Disposition")).startsWith("attachment");
        List<String> lines = report.text().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "\"row\",\"locator\",\"outcome\",\"kind\",\"code\",\"column\",\"value\",\"family\",\"slug\"");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("\"1\",").contains("\"created\"", rows.slug(1)));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("\"3\",").contains("\"date-format\"", "valid_from"));
        assertThat(report.text()).doesNotContain("\"=");
    }

    @Test
    void asked_for_later_an_import_answers_at_once_with_its_address_and_can_be_followed_and_cancelled() {
        CsvRows rows = CsvRows.numbered("later", 4_000);
        Answer accepted = registry.send(registry.as("admin", REAL)
                .header("Prefer", "respond-async, wait=5")
                .POST(BodyPublishers.ofByteArray(rows.bytes())));
        assertThat(accepted.status()).isEqualTo(202);
        String address = accepted.header("Location");
        assertThat(address).startsWith(IMPORTS + "/");
        assertThat(registry.getAs("audit", address).json().getInt("percent")).isBetween(0, 100);

        Answer cancelled = registry.send(registry.as("admin", address).DELETE());

        assertThat(cancelled.status()).isEqualTo(202);
        Patience.until(
                "the import ended",
                LONG,
                () -> Set.of("done", "failed", "cancelled")
                        .contains(registry.getAs("admin", address).json().getString("state")));
        JsonObject end = registry.getAs("admin", address).json();
        assertThat(end.getString("state")).isEqualTo("cancelled");
        assertThat(end.getInt("created")).isLessThan(4_000);
        assertProblem(registry.send(registry.as("admin", address).DELETE()), 409, "import-over");
        // The same file goes on where it stopped, and no row comes twice.
        JsonObject again = registry.post(REAL, rows.bytes()).json();
        assertThat(again.getInt("created") + again.getInt("unchanged")).isEqualTo(4_000);
        assertThat(again.getInt("unchanged")).isEqualTo(end.getInt("created"));
    }

    @Test
    void whoever_follows_an_import_sees_it_advance_to_its_end_and_never_back() {
        CsvRows rows = CsvRows.numbered("followed", 4_000);
        String address = registry.send(registry.as("admin", REAL)
                        .header("Prefer", "respond-async")
                        .POST(BodyPublishers.ofByteArray(rows.bytes())))
                .header("Location");
        List<Integer> told = new ArrayList<>();

        Patience.until("the import ended", LONG, () -> {
            JsonObject now = registry.getAs("audit", address).json();
            told.add(now.getInt("percent"));
            return Set.of("done", "failed", "cancelled").contains(now.getString("state"));
        });

        assertThat(registry.getAs("audit", address).json().getString("state")).isEqualTo("done");
        assertThat(told).isSorted().endsWith(100);
        assertThat(told).as("while it ran").anyMatch(percent -> percent > 0 && percent < 100);
    }
}
