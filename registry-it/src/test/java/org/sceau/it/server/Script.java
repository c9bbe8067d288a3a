package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One of the commands of the checkout, run on a machine that has what a test gives it and nothing else. What it starts is read from
 * commands of ours on the path, that write down how they were called.
 */
final class Script {
    private final String name;
    private final Path folder;
    private final Path bin;

    /**
     * @param folder empty; takes the commands and what they write down
     * @param tools  commands of this machine that the script finds on its path
     */
    Script(String name, Path folder, List<String> tools) throws IOException {
        this.name = name;
        this.folder = folder;
        this.bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : tools) {
            command(tool, "exec " + onPath(tool) + " \"$@\"");
        }
    }

    /** How a command was called: its arguments, and the settings it was given. */
    record Call(List<String> arguments, List<String> settings) {
        String after(String option) {
            int at = arguments.indexOf(option);
            assertThat(at).as("%s in %s", option, arguments).isNotNegative();
            return arguments.get(at + 1);
        }
    }

    /** Puts a command of this text on the path. */
    void command(String command, String text) throws IOException {
        Path file = bin.resolve(command);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Puts a command on the path that writes down how it was called and does nothing. */
    void plant(String command) throws IOException {
        Path calls = folder.resolve(command);
        command(
                command,
                "printf '%s\\n' \"$@\" >> '" + calls
                        + ".arguments'\nset | while read -r line; do case $line in"
                        + " SCEAU_*) echo \"$line\" ;; esac; done > '" + calls + ".settings'");
    }

    boolean wasCalled(String command) {
        return Files.exists(folder.resolve(command + ".arguments"));
    }

    /** All calls of a planted command since the last question, as one. */
    Call called(String command) throws IOException {
        Path arguments = folder.resolve(command + ".arguments");
        Call call = new Call(Files.readAllLines(arguments), Files.readAllLines(folder.resolve(command + ".settings")));
        Files.delete(arguments);
        return call;
    }

    /** Runs it to its end and returns its exit code. */
    int run(Map<String, String> settings) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Checkout.root().resolve(name).toString());
        builder.environment().keySet().removeIf(key -> key.startsWith("SCEAU_"));
        builder.environment().put("SCEAU_HOME", folder.resolve("home").toString());
        builder.environment().put("PATH", bin.toString());
        builder.environment().putAll(settings);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the script ended").isTrue();
        return process.exitValue();
    }

    /** What the last run printed. */
    String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    private static Path onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not on the path: " + tool));
    }
}
