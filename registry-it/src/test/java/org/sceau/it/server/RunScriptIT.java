package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.registry.domain.party.Role;

/**
 * The first of the two commands: what it asks of the machine, what it starts, and what it tells whoever started it. What it starts
 * is read from a {@code java} and a {@code mvn} of ours, first on the path, that write down how they were called.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunScriptIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    /** All that the script needs of the machine beside a JDK and Maven. */
    private static final List<String> TOOLS = List.of("dirname", "mkdir", "rm", "sleep", "cat");

    @TempDir
    Path folder;

    /** How a command was called: its arguments, and the settings it was given. */
    private record Call(List<String> arguments, List<String> settings) {
        String after(String option) {
            int at = arguments.indexOf(option);
            assertThat(at).as("%s in %s", option, arguments).isNotNegative();
            return arguments.get(at + 1);
        }
    }

    private Path bin() throws IOException {
        return Files.createDirectories(folder.resolve("bin"));
    }

    private void command(String name, String text) throws IOException {
        Path command = bin().resolve(name);
        Files.writeString(command, "#!/bin/sh\n" + text + "\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
    }

    private void plant(String name) throws IOException {
        Path calls = folder.resolve(name);
        command(
                name,
                "printf '%s\\n' \"$@\" > '" + calls
                        + ".arguments'\nset | while read -r line; do case $line in"
                        + " SCEAU_*) echo \"$line\" ;; esac; done > '" + calls + ".settings'");
    }

    private Call called(String name) throws IOException {
        return new Call(
                Files.readAllLines(folder.resolve(name + ".arguments")),
                Files.readAllLines(folder.resolve(name + ".settings")));
    }

    private int run(Map<String, String> settings) throws Exception {
        for (String tool : TOOLS) {
            command(tool, "exec " + onPath(tool) + " \"$@\"");
        }
        ProcessBuilder builder =
                new ProcessBuilder(Checkout.root().resolve("run").toString());
        builder.environment().keySet().removeIf(key -> key.startsWith("SCEAU_"));
        builder.environment().put("SCEAU_HOME", folder.resolve("home").toString());
        builder.environment().put("PATH", bin().toString());
        builder.environment().putAll(settings);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(said().toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the script ended").isTrue();
        return process.exitValue();
    }

    private Path said() {
        return folder.resolve("said");
    }

    private static Path onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not on the path: " + tool));
    }

    @Test
    void without_java_or_maven_it_names_what_is_missing_and_starts_nothing() throws Exception {
        assertThat(run(Map.of())).isEqualTo(1);
        assertThat(said()).content().contains("java is missing: install a JDK 17");

        plant("java");
        assertThat(run(Map.of())).isEqualTo(1);
        assertThat(said()).content().contains("mvn is missing: install Maven 3.8 or later");
        assertThat(folder.resolve("java.arguments")).doesNotExist();
    }

    @Test
    void a_build_that_fails_starts_nothing() throws Exception {
        plant("java");
        command("mvn", "exit 7");

        assertThat(run(Map.of())).isEqualTo(7);
        assertThat(folder.resolve("java.arguments")).doesNotExist();
    }

    @Test
    void alone_it_builds_the_archive_and_takes_port_8080() throws Exception {
        plant("java");
        plant("mvn");

        assertThat(run(Map.of())).isZero();

        assertThat(called("mvn").arguments()).contains("package").containsSequence("-pl", "registry-web", "-am");
        Call java = called("java");
        assertThat(java.after("--port")).isEqualTo("8080");
        assertThat(java.settings()).anyMatch(line -> line.matches("SCEAU_PORT='?8080'?"));
    }

    /** So what the sockets of a registry on any port tell (LifeIT) holds for the one on 8080 as well. */
    @Test
    void another_port_and_data_folder_change_nothing_else_of_what_is_started() throws Exception {
        plant("java");
        plant("mvn");
        assertThat(run(Map.of())).isZero();
        List<String> usual = called("java").arguments();
        Path elsewhere = folder.resolve("elsewhere");

        assertThat(run(Map.of("SCEAU_PORT", "9090", "SCEAU_HOME", elsewhere.toString())))
                .isZero();

        Call java = called("java");
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
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::code).toList());
        assertThat(accounts).allSatisfy(account -> {
            assertThat(account.getString("apiToken")).isNotBlank();
            assertThat(note.lines())
                    .as("the line of %s", account.getString("username"))
                    .anyMatch(line -> List.of(line.strip().split(" +"))
                            .containsAll(List.of(
                                    account.getString("username"),
                                    account.getString("password"),
                                    account.getString("role"))));
        });
    }
}
