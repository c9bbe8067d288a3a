package org.sceau.registry.infrastructure.schemes.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemePagesTest {
    private static final Path FOLDER = Path.of("../docs/schemes");
    private static final Schemes SCHEMES = SchemesFromResources.load(SchemePagesTest.class.getClassLoader());

    private final Map<String, String> generated = new SchemePages(SCHEMES).all();

    /** After a change of a definition: {@code mvn -pl registry-ejb -am test -Dsceau.regenerate=true}. */
    @Test
    void the_committed_pages_are_those_of_the_definitions() throws IOException {
        if (Boolean.getBoolean("sceau.regenerate")) {
            Files.createDirectories(FOLDER);
            for (Path former : pages()) {
                Files.delete(former);
            }
            for (Map.Entry<String, String> page : generated.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(pages().stream().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(generated.keySet());
        for (Map.Entry<String, String> page : generated.entrySet()) {
            assertThat(FOLDER.resolve(page.getKey()))
                    .as("run again with -Dsceau.regenerate=true and review the difference")
                    .hasContent(page.getValue());
        }
    }

    /** What is there, pages of versions that are gone among them. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    @Test
    void every_version_has_its_page_with_each_source_and_the_count_of_what_nobody_read() {
        assertThat(SCHEMES.all()).allSatisfy(version -> {
            String page = generated.getOrDefault(version.id() + ".md", "");
            long marks = page.lines()
                    .filter(line -> line.contains("⚠ **unverified**<br>"))
                    .count();

            assertThat(page).contains(version.label().en(), version.label().fr());
            assertThat(page)
                    .contains(marks == 0 ? "Every row rests on a source that was read." : "⚠ **unverified**: " + marks);
            assertThat(generated.get("README.md")).contains("(" + version.id() + ".md) |");
        });
    }

    @Test
    void a_procedure_is_drawn_whole() {
        SCHEMES.all().stream().flatMap(version -> version.conduct().stream()).forEach(conduct -> {
            Procedure procedure = conduct.procedure();
            String graph = StageGraph.of(procedure);

            assertThat(graph.lines().filter(line -> line.contains(" as s_")))
                    .hasSize(procedure.stages().size());
            assertThat(graph.lines().filter(line -> line.endsWith("--> [*]"))).hasSize((int) procedure.stages().stream()
                    .filter(stage -> stage.phase().isEnd())
                    .count());
            procedure
                    .moves()
                    .forEach(move ->
                            assertThat(graph).contains("--> s_" + move.to().replace('-', '_') + " : "));
        });
    }
}
