package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same registry on PostgreSQL, told so by the environment alone, with a role that owns nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled once, before all tests
class OnPostgresqlIT {
    private static final Duration LONG = Duration.ofMinutes(3);

    private OwnPostgresql postgres;
    private String url;
    private RunningRegistry registry;

    @BeforeAll
    void start() throws Exception {
        postgres = OwnPostgresql.start();
        url = postgres.url();
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("SCEAU_DEMO_CASES", "true");
        registry = RunningRegistry.named("on-postgresql", settings);
    }

    @AfterAll
    void stop() throws Exception {
        if (registry != null) {
            registry.stop("TERM");
        }
        postgres.close();
    }

    private long number(String query) throws SQLException {
        try (Connection app = DriverManager.getConnection(url, "registry_app", "app");
                Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Every visa, also those that the second wall keeps from whoever says nothing. */
    private long visas() throws SQLException {
        try (Connection app = DriverManager.getConnection(url, "registry_app", "app");
                Statement sql = app.createStatement()) {
            sql.execute("set sceau.house = 'on'");
            try (ResultSet row = sql.executeQuery("select count(*) from visa")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void it_serves_what_it_keeps_there_and_makes_no_file_of_its_own() throws Exception {
        assertThat(registry.visas()).isPositive();
        assertThat(number("select count(*) from visa where listed and first_day <= current_date"))
                .isEqualTo(registry.visas());
        assertThat(registry.home().resolve("database")).doesNotExist();
        assertThat(ListeningSockets.of(registry.pid())).isEqualTo(Set.of("tcp 127.0.0.1:" + registry.port()));
        for (String path : List.of(
                "/", "/en/catalogue", "/visas/ANSSI-CC-2025-91", "/trust-lists/", "/trust-lists/cspn/current.xml")) {
            assertThat(registry.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void an_import_is_recorded_once_and_the_catalogue_and_the_lists_follow() throws Exception {
        CsvRows rows = CsvRows.numbered("elsewhere", 450);
        String real = "/api/v1/imports?format=sceau-csv&dryRun=false";
        assertThat(registry.post(real, rows.bytes()).json().getInt("created")).isEqualTo(450);
        assertThat(registry.post(real, rows.bytes()).json().getInt("unchanged")).isEqualTo(450);
        assertThat(number("select count(*) from visa where subject_name like 'Audit elsewhere %'"))
                .isEqualTo(450);
        assertThat(number("select count(*) from journal")).isEqualTo(number("select max(position) + 1 from journal"));
        Patience.until(
                "the visa is in the list",
                LONG,
                () -> registry.get("/trust-lists/passi/current.xml").text().contains(rows.slug(450)));
        assertThat(registry.get("/visas/" + rows.slug(450)).status()).isEqualTo(200);
    }

    /** The server hands each connection of its pool from one person to the next. */
    @Test
    void people_who_ask_at_one_time_through_one_pool_get_their_own_dossiers_alone() throws Exception {
        Map<String, List<String>> own = new TreeMap<>();
        for (String name : List.of("halcyon", "brume", "oxalis", "guivarch")) {
            own.put(name, parties(registry.account(name).getString("organisation")));
        }
        assertThat(own.get("halcyon")).isNotEmpty();
        assertThat(Set.copyOf(own.values())).as("not everybody has the same").hasSizeGreaterThan(1);
        assertThat(number("select count(*) from dossier"))
                .as("the registry's own role, that says nothing")
                .isZero();

        ExecutorService people = Executors.newFixedThreadPool(12);
        try {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                own.forEach((name, numbers) -> asked.add(people.submit(() -> {
                    assertThat(seen(name)).as(name).containsExactlyInAnyOrderElementsOf(numbers);
                    assertThat(registry.get("/visas/ANSSI-CC-2025-91").status()).isEqualTo(200);
                })));
            }
            for (Future<?> answer : asked) {
                answer.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private List<String> seen(String name) {
        return registry
                .getWith(registry.account(name).getString("apiToken"), "/api/v1/dossiers")
                .json()
                .getJsonArray("dossiers")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(dossier -> dossier.getString("number"))
                .toList();
    }

    /** Numbers of the dossiers that an organisation is a party of, as a superuser sees them. */
    private List<String> parties(String organisation) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (Connection all = postgres.openAsMaster();
                PreparedStatement asked =
                        all.prepareStatement("select distinct d.number from dossier d join dossier_party p"
                                + " on p.dossier_id = d.id where p.organisation = ?")) {
            asked.setString(1, organisation);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
            }
        }
        return numbers;
    }

    @Test
    void the_role_of_the_application_cannot_rewrite_the_record_nor_change_the_schema() throws SQLException {
        for (String statement : List.of(
                "update journal set kind = 'other'",
                "delete from journal",
                "truncate journal cascade",
                "update audit set outcome = 'ok'",
                "drop table journal cascade",
                "alter table journal disable trigger all",
                "delete from flyway_schema_history")) {
            try (Connection app = DriverManager.getConnection(url, "registry_app", "app");
                    Statement sql = app.createStatement()) {
                assertThatThrownBy(() -> sql.executeUpdate(statement))
                        .as(statement)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(number("select count(*) from journal where kind = 'other'")).isZero();
    }

    /** Somebody with the database writes behind the journal's back, while the registry runs; what was written is put back in the end. */
    @Test
    void a_command_replays_the_journal_and_names_each_record_that_is_not_what_it_tells(@TempDir Path folder)
            throws Exception {
        Script replay = new Script("replay", folder, List.of("dirname", "sed", "tr", "cut", "curl"));
        Map<String, String> settings =
                Map.of("SCEAU_HOME", registry.home().toString(), "SCEAU_PORT", Integer.toString(registry.port()));
        assertThat(replay.run(settings)).as("%s", replay.said()).isZero();
        assertThat(replay.said()).matches("equal: \\d+ entries replayed, %d visas, .*\\R".formatted(visas()));
        String visa = text("select id from visa where slug = 'ANSSI-CC-2025-91'");

        change("update visa set facts = replace(facts, '\"name\":\"', '\"name\":\"Faux ') where id = '" + visa + "'");
        try {
            assertThat(replay.run(settings)).as("%s", replay.said()).isEqualTo(1);
            assertThat(replay.said().lines())
                    .anyMatch(line -> line.startsWith("DIFFERENT: "))
                    .filteredOn(line -> line.startsWith("  "))
                    .containsExactly("  visa " + visa + " version "
                            + number("select version from visa where id = '" + visa + "'") + ": newest-differs");
        } finally {
            change("update visa set facts = replace(facts, '\"name\":\"Faux ', '\"name\":\"') where id = '" + visa
                    + "'");
        }
        assertThat(replay.run(settings)).as("%s", replay.said()).isZero();
    }

    @Test
    void whoever_cannot_ask_for_it_is_told_why_by_another_status(@TempDir Path folder) throws Exception {
        Script replay = new Script("replay", folder, List.of("dirname", "sed", "tr", "cut"));
        String port = Integer.toString(registry.port());
        assertThat(replay.run(Map.of())).isEqualTo(2);
        assertThat(replay.said()).contains("curl is missing");

        Script complete = new Script("replay", folder, List.of("dirname", "sed", "tr", "cut", "curl"));
        assertThat(complete.run(Map.of("SCEAU_PORT", port))).isEqualTo(2);
        assertThat(complete.said()).contains("SCEAU_TOKEN is missing");
        String vendor = registry.account("halcyon").getString("apiToken");
        assertThat(complete.run(Map.of("SCEAU_PORT", port, "SCEAU_TOKEN", vendor)))
                .isEqualTo(2);
        assertThat(complete.said()).contains("answers 403", "role-missing").doesNotContain(vendor);
        assertThat(complete.run(Map.of("SCEAU_URL", "http://127.0.0.1:1", "SCEAU_TOKEN", vendor)))
                .isEqualTo(2);
        assertThat(complete.said()).contains("no answer from http://127.0.0.1:1");
    }

    private String text(String query) throws SQLException {
        try (Connection app = DriverManager.getConnection(url, "registry_app", "app");
                Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** As the role that owns the tables, which is behind the second wall until it says that it is the house. */
    private void change(String statement) throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, "registry_owner", "owner");
                Statement sql = owner.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isZero();
            sql.execute("set sceau.house = 'on'");
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
