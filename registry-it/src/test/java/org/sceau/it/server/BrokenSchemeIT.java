package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A scheme definition that cannot be used keeps the whole registry closed, and the log says which line is to blame. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenSchemeIT {
    private static final String DEFINITION = "cspn-1.1.yaml";
    /** What the server prints when it has done with every archive, whatever became of it. */
    private static final String SERVER_IS_UP = "Payara Micro URLs";

    @Test
    void a_registry_with_an_unknown_key_in_a_scheme_definition_names_its_line_and_does_not_open() throws IOException {
        Path folder = Checkout.target().resolve("homes/of-broken-scheme");
        long line = checkoutWithABrokenDefinition(folder);
        RunningRegistry registry = RunningRegistry.of(folder, "broken-scheme");
        try {
            registry.startUntil(
                    "the server is up with or without the registry",
                    () -> registry.printed().contains(SERVER_IS_UP));

            assertThat(registry.printed().lines().filter(said -> said.contains("CannotStart")))
                    .anyMatch(said -> said.contains(
                            "scheme-definition: " + DEFINITION + ":" + line + ": unknown-key: no-such-key"));
            assertThat(registry.isReady()).isFalse();
            assertThat(registry.home().resolve("opened")).doesNotExist();
        } finally {
            registry.kill();
        }
    }

    /** What {@code ./run} asks for, with an archive that has one line too many in a definition; returns the number of that line. */
    private static long checkoutWithABrokenDefinition(Path folder) throws IOException {
        for (Path same : new Path[] {
            Checkout.root().resolve("run"),
            Checkout.root().resolve("registry-web/src/main/server/preboot.asadmin"),
            Checkout.server()
        }) {
            Path link = folder.resolve(Checkout.root().relativize(same));
            Files.createDirectories(link.getParent());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, same);
        }
        Path archive = folder.resolve(Checkout.root().relativize(Checkout.archive()));
        Files.copy(Checkout.archive(), archive, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem war = FileSystems.newFileSystem(archive)) {
            Path inside = domainIn(war);
            Path outside = folder.resolve("domain.jar");
            Files.copy(inside, outside, StandardCopyOption.REPLACE_EXISTING);
            long line = breakDefinition(outside);
            Files.copy(outside, inside, StandardCopyOption.REPLACE_EXISTING);
            return line;
        }
    }

    private static Path domainIn(FileSystem war) throws IOException {
        try (var jars = Files.newDirectoryStream(war.getPath("WEB-INF", "lib"), "registry-ejb*.jar")) {
            return jars.iterator().next();
        }
    }

    private static long breakDefinition(Path jar) throws IOException {
        try (FileSystem domain = FileSystems.newFileSystem(jar)) {
            Path definition = domain.getPath("schemes", DEFINITION);
            Files.writeString(definition, "no-such-key: true\n", StandardOpenOption.APPEND);
            return Files.readAllLines(definition).size();
        }
    }
}
