package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second of the two commands: what it asks of the machine before the tests, and that it ends as they do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class VerifyScriptIT {
    /** All that the script needs of the machine beside a JDK, Maven and what the tests need. */
    private static final List<String> TOOLS = List.of("dirname", "mktemp", "date", "tee", "cat", "awk", "rm");

    private static final List<String> NEEDED = List.of("xmlsec1", "chromium-headless-shell", "curl");
    private static final String ROOT = "echo 0";
    private static final String SOMEBODY = "echo 1000";

    @TempDir
    Path folder;

    private Script script;

    @BeforeEach
    void put_it_on_a_bare_machine() throws IOException {
        script = new Script("verify", folder, TOOLS);
    }

    private void plantAll(List<String> commands) throws IOException {
        for (String command : commands) {
            script.plant(command);
        }
    }

    @Test
    void without_java_or_maven_it_names_what_is_missing_with_its_command() throws Exception {
        assertThat(script.run(Map.of())).isEqualTo(1);
        assertThat(script.said()).contains("java is missing", "apt-get install openjdk-17-jdk-headless");

        script.plant("java");
        assertThat(script.run(Map.of())).isEqualTo(1);
        assertThat(script.said()).contains("mvn is missing", "apt-get install maven");
    }

    @Test
    void somebody_who_may_not_install_is_told_the_command_for_exactly_what_is_missing_and_nothing_runs()
            throws Exception {
        plantAll(List.of("java", "mvn", "curl", "apt-get"));
        script.command("id", SOMEBODY);

        assertThat(script.run(Map.of())).isEqualTo(1);

        assertThat(script.said())
                .contains("sudo apt-get update && sudo apt-get install -y --no-install-recommends xmlsec1 chromium\n");
        assertThat(script.wasCalled("apt-get")).isFalse();
        assertThat(script.wasCalled("mvn")).isFalse();
    }

    @Test
    void where_there_is_no_debian_root_is_told_too() throws Exception {
        plantAll(List.of("java", "mvn", "curl", "xmlsec1"));
        script.command("id", ROOT);

        assertThat(script.run(Map.of())).isEqualTo(1);

        assertThat(script.said()).contains("apt-get install -y --no-install-recommends chromium\n");
        assertThat(script.wasCalled("mvn")).isFalse();
    }

    @Test
    void root_on_debian_gets_what_is_missing_and_then_every_test_runs() throws Exception {
        plantAll(List.of("java", "mvn", "apt-get"));
        script.command("id", ROOT);

        assertThat(script.run(Map.of())).isZero();

        assertThat(script.called("apt-get").arguments())
                .startsWith("update")
                .containsSubsequence("install", "-y", "chromium-headless-shell")
                .containsSubsequence("install", "-y", "xmlsec1", "curl", "chromium");
        assertThat(script.called("mvn").arguments()).contains("verify").noneMatch(word -> word.contains("skip"));
    }

    @Test
    void where_the_browser_without_windows_cannot_be_had_another_one_does() throws Exception {
        plantAll(List.of("java", "mvn", "curl", "xmlsec1", "chromium"));
        script.command("id", ROOT);
        script.command("apt-get", "exit 100");

        assertThat(script.run(Map.of())).isZero();

        assertThat(script.said()).contains("another Chromium does its work");
        assertThat(script.called("mvn").arguments()).contains("verify");
    }

    @Test
    void with_everything_there_nothing_is_installed_and_a_build_that_fails_fails_the_command() throws Exception {
        plantAll(List.of("java", "apt-get"));
        plantAll(NEEDED);
        script.command("mvn", "echo the tests were red; exit 1");

        assertThat(script.run(Map.of())).isEqualTo(1);

        assertThat(script.said()).contains("the tests were red", " passed, ");
        assertThat(script.wasCalled("apt-get")).isFalse();
    }
}
