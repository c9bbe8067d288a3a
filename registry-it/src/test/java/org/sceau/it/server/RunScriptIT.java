package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.registry.domain.party.Role;

/** The first of the two commands: what it asks of the machine, what it starts, and what it tells whoever started it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class RunScriptIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    /** All that the script needs of the machine beside a JDK and Maven. */
    private static final List<String> TOOLS = List.of("dirname", "mkdir", "rm", "sleep", "cat");

    @TempDir
    Path folder;

    private Script script;

    @BeforeEach
    void put_it_on_a_bare_machine() throws IOException {
        script = new Script("run", folder, TOOLS);
    }

    @Test
    void without_java_or_maven_it_names_what_is_missing_and_starts_nothing() throws Exception {
        assertThat(script.run(Map.of())).isEqualTo(1);
        assertThat(script.said()).contains("java is missing: install a JDK 17");

        script.plant("java");
        assertThat(script.run(Map.of())).isEqualTo(1);
        assertThat(script.said()).contains("mvn is missing: install Maven 3.8 or later");
        assertThat(script.wasCalled("java")).isFalse();
    }

    @Test
    void a_build_that_fails_starts_nothing() throws Exception {
        script.plant("java");
        script.command("mvn", "exit 7");

        assertThat(script.run(Map.of())).isEqualTo(7);
        assertThat(script.wasCalled("java")).isFalse();
    }

    @Test
    void alone_it_builds_the_archive_and_takes_port_8080() throws Exception {
        script.plant("java");
        script.plant("mvn");

        assertThat(script.run(Map.of())).isZero();

        assertThat(script.called("mvn").arguments()).contains("package").containsSequence("-pl", "registry-web", "-am");
        Script.Call java = script.called("java");
        assertThat(java.after("--port")).isEqualTo("8080");
        assertThat(java.settings()).anyMatch(line -> line.matches("SCEAU_PORT='?8080'?"));
    }

    /** So what the sockets of a registry on any port tell (LifeIT) holds for the one on 8080 as well. */
    @Test
    void another_port_and_data_folder_change_nothing_else_of_what_is_started() throws Exception {
        script.plant("java");
        script.plant("mvn");
        assertThat(script.run(Map.of())).isZero();
        List<String> usual = script.called("java").arguments();
        Path elsewhere = folder.resolve("elsewhere");

        assertThat(script.run(Map.of("SCEAU_PORT", "9090", "SCEAU_HOME", elsewhere.toString())))
                .isZero();

        Script.Call java = script.called("java");
        assertThat(java.after("--port")).isEqualTo("9090");
        List<String> expected = new ArrayList<>(usual);
        expected.set(usual.indexOf("--port") + 1, "9090");
        assertThat(java.arguments()).isEqualTo(expected).contains("--nohazelcast");
        assertThat(java.settings())
                .anyMatch(line -> line.matches("SCEAU_PORT='?9090'?"))
                .anyMatch(line -> line.matches("SCEAU_HOME='?" + elsewhere + "'?"))
                .anyMatch(line -> line.startsWith("SCEAU_DB_URL=") && line.contains(elsewhere + "/database/registry"));
        assertThat(elsewhere).isDirectory();
    }

    @Test
    void it_prints_the_address_the_demo_accounts_and_a_loud_word_about_the_key() {
        RunningRegistry registry = RunningRegistry.shared();
        Patience.until(
                "the note was printed to its end, see " + registry.log(),
                LONG,
                () -> registry.printed().matches("(?s).*Sceau is open:.*={40,}\\R.*"));

        String note = registry.printed().substring(registry.printed().indexOf("Sceau is open:"));

        assertThat(note).contains("http://127.0.0.1:" + registry.port() + "/\n");
        assertThat(note.lines().filter(line -> line.contains("!!")))
                .anyMatch(line -> line.contains("DEMO KEY that nobody may trust"));
        List<JsonObject> accounts = registry.accounts();
        assertThat(accounts)
                .extracting(account -> account.getString("role"))
                .as("every role, some of them twice")
                .containsAll(Arrays.stream(Role.values()).map(Role::code).toList());
        assertThat(accounts).allSatisfy(account -> {
            assertThat(account.getString("apiToken")).isNotBlank();
            assertThat(note.lines())
                    .as("the line of %s", account.getString("username"))
                    .anyMatch(line -> List.of(line.strip().split("[ ,]+"))
                            .containsAll(List.of(
                                    account.getString("username"),
                                    account.getString("password"),
                                    account.getString("role"))));
        });
    }

    /** Somebody who tries it finds work on every desk. */
    @Test
    void a_first_start_opens_dossiers_at_several_stages_by_the_demo_accounts() {
        RunningRegistry registry = RunningRegistry.named("first-start", Map.of("SCEAU_DEMO_CASES", "true"));
        List<JsonObject> dossiers = new Caller(registry, "morvan")
                .get("/api/v1/dossiers?limit=10")
                .json()
                .getJsonArray("dossiers")
                .getValuesAs(JsonObject.class);

        assertThat(dossiers)
                .extracting(dossier -> dossier.getString("phase"))
                .containsExactlyInAnyOrder("decision", "evaluation", "examination", "preparation");
        assertThat(new Caller(registry, "kerleo")
                        .get("/api/v1/decisions")
                        .json()
                        .getJsonArray("proposals"))
                .as("proposed, for somebody else to approve")
                .hasSize(1);
        assertThat(registry.printed()).doesNotContain("the demonstration has fewer dossiers");
    }
}
