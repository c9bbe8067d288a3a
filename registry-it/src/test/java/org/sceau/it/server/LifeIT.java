package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One registry is started, stopped, killed and started again; each chapter begins where the one before ended. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeIT {
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final List<String> TABLES = List.of(
            "visa",
            "visa_version",
            "journal",
            "outbox",
            "account",
            "api_token",
            "import_job",
            "import_row",
            "laboratory",
            "laboratory_version",
            "trust_list_issue",
            "task",
            "notice",
            "visa_end");

    private static final RunningRegistry REGISTRY = RunningRegistry.named("life", Map.of());

    private static Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : TABLES) {
            rows.put(table, number("select count(*) from " + table));
        }
        return rows;
    }

    /** Asks the file of the database while the registry is down. */
    private static long number(String query) throws SQLException {
        String url = "jdbc:h2:file:" + REGISTRY.home().resolve("database/registry") + ";IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sceau", "sceau");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @Order(1)
    void it_listens_on_one_socket_of_this_machine_and_on_nothing_else() throws IOException {
        assertThat(ListeningSockets.of(REGISTRY.pid())).isEqualTo(Set.of("tcp 127.0.0.1:" + REGISTRY.port()));
    }

    @Test
    @Order(2)
    void an_import_that_a_kill_cut_off_goes_on_and_records_every_row_once() throws Exception {
        CsvRows rows = CsvRows.numbered("killed", 5_000);
        long visas = REGISTRY.visas();
        Answer accepted = REGISTRY.send(REGISTRY.as("admin", "/api/v1/imports?format=sceau-csv&dryRun=false")
                .header("Prefer", "respond-async")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(rows.bytes())));
        assertThat(accepted.status()).isEqualTo(202);
        String address = accepted.header("Location");
        Patience.until(
                "the import records",
                LONG,
                () -> !Set.of("received", "reading", "comparing").contains(state(address)));

        REGISTRY.kill();
        assertThat(number("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'"))
                .as("milliseconds until a commit is in the file")
                .isZero();
        assertThat(number("select count(*) from import_job where state = 'RECORDING'"))
                .as("what the registry told just before the kill")
                .isOne();
        long done = number("select recorded from (select rows_recorded as recorded from import_job order by created_at"
                + " desc fetch first row only)");
        assertThat(done).as("rows recorded when the kill came").isLessThan(5_000);
        REGISTRY.start();

        Patience.until(
                "the import ended",
                LONG,
                () -> Set.of("done", "failed", "cancelled").contains(state(address)));
        Answer end = REGISTRY.getAs("admin", address);
        assertThat(end.json().getString("state")).isEqualTo("done");
        assertThat(end.json().getInt("rows")).isEqualTo(5_000);
        assertThat(end.json().getInt("created")).isEqualTo(5_000);
        awaitVisas(visas + 5_000);
        Patience.until(
                "the list has the last of them",
                LONG,
                () -> REGISTRY.get("/trust-lists/passi/current.xml").text().contains(rows.slug(5_000)));
        assertThat(REGISTRY.getAs("admin", address + "/report.csv")
                        .text()
                        .lines()
                        .count())
                .isEqualTo(5_001);
    }

    @Test
    @Order(3)
    void interrupted_and_started_again_it_has_lost_nothing() throws Exception {
        CsvRows kept = CsvRows.numbered("kept", 60);
        long earlier = REGISTRY.visas();
        assertThat(REGISTRY.post("/api/v1/imports?format=sceau-csv&dryRun=false", kept.bytes())
                        .json()
                        .getInt("created"))
                .isEqualTo(60);
        long visas = earlier + 60;
        awaitVisas(visas);
        String token = REGISTRY.token("admin");
        byte[] firstIssue = REGISTRY.get("/trust-lists/passi/1.xml").bytes();

        REGISTRY.stop("INT");
        Map<String, Long> before = rows();
        assertThat(number("select count(*) from journal")).isEqualTo(number("select max(position) + 1 from journal"));
        REGISTRY.start();

        assertThat(REGISTRY.visas()).isEqualTo(visas);
        assertThat(REGISTRY.token("admin")).isEqualTo(token);
        assertThat(REGISTRY.getAs("admin", "/api/v1/imports").status()).isEqualTo(200);
        assertThat(REGISTRY.get("/visas/" + kept.slug(1)).status()).isEqualTo(200);
        assertThat(REGISTRY.get("/trust-lists/passi/1.xml").bytes()).isEqualTo(firstIssue);
        assertThat(ListeningSockets.of(REGISTRY.pid())).hasSize(1);

        REGISTRY.stop("TERM");
        Map<String, Long> after = rows();
        assertRecordedOnce();
        // The start may issue a list that the stop left waiting; nothing else is written, and nothing is gone.
        long issued = after.getOrDefault("trust_list_issue", 0L) - before.getOrDefault("trust_list_issue", 0L);
        assertThat(issued).isNotNegative();
        // Nor does a look at what the day brings, with one entry for each thing asked, told or ended.
        long brought = 0;
        for (String table : List.of("task", "notice", "visa_end")) {
            brought += after.getOrDefault(table, 0L) - before.getOrDefault(table, 0L);
            before.put(table, after.getOrDefault(table, 0L));
        }
        for (String table : List.of("journal", "outbox")) {
            before.merge(table, issued + brought, Long::sum);
        }
        before.merge("trust_list_issue", issued, Long::sum);
        assertThat(after).isEqualTo(before);
    }

    /** The rows of the killed import, in the file of the database. */
    private static void assertRecordedOnce() throws SQLException, IOException {
        String killed = " from visa where subject_name like 'Audit killed %'";
        assertThat(number("select count(*)" + killed)).isEqualTo(5_000);
        assertThat(number("select count(distinct reference_key)" + killed)).isEqualTo(5_000);
        assertThat(number("select count(*) from visa_version where visa_id in (select id" + killed + ")"))
                .isEqualTo(5_000);
        assertThat(number("select count(*) from journal where kind = 'visa-recorded'"))
                .isEqualTo(number("select count(*) from visa_version"));
        assertThat(spooled()).as("sources kept after their end").isEmpty();
    }

    private static String state(String address) {
        return REGISTRY.getAs("admin", address).json().getString("state");
    }

    private static void awaitVisas(long expected) {
        Patience.until("the catalogue has " + expected + " visas", LONG, () -> REGISTRY.visas() >= expected);
        assertThat(REGISTRY.visas()).isEqualTo(expected);
    }

    private static List<Path> spooled() throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(REGISTRY.home().resolve("imports"))) {
            return files.toList();
        }
    }
}
