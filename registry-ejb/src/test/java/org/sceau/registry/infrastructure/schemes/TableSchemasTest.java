package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TableSchemasTest {
    private static final Path FOLDER = Path.of("../docs/formats/sceau-csv");
    private static final Schemes SCHEMES = SchemesFromResources.load(TableSchemasTest.class.getClassLoader());

    private final Map<FamilyId, String> generated = new TableSchemas(SCHEMES).all();

    /** After a change of a definition: {@code mvn -pl registry-ejb -am test -Dsceau.regenerate=true}. */
    @Test
    void the_committed_table_schemas_are_those_of_the_definitions() throws IOException {
        if (Boolean.getBoolean("sceau.regenerate")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<FamilyId, String> schema : generated.entrySet()) {
                Files.writeString(file(schema.getKey()), schema.getValue());
            }
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).hasSize(28);
        }
        for (Map.Entry<FamilyId, String> schema : generated.entrySet()) {
            assertThat(file(schema.getKey()))
                    .as("run again with -Dsceau.regenerate=true and review the difference")
                    .hasContent(schema.getValue());
        }
    }

    @Test
    void the_documentation_names_every_column() throws IOException {
        assertThat(Files.readString(Path.of("../docs/formats/sceau-csv.md")))
                .contains(Arrays.stream(CsvColumn.values())
                        .map(column -> "| `" + column.heading() + "` |")
                        .toList());
    }

    @Test
    void a_family_without_levels_leaves_the_column_empty() {
        assertThat(generated.get(new FamilyId("cspn"))).containsPattern("\"name\": \"level\",[^}]*\"maxLength\": 0");
        assertThat(generated.get(new FamilyId("passi")))
                .containsPattern("\"name\": \"level\",[^}]*\"SUBSTANTIAL\"")
                .containsPattern("\"name\": \"national_security\",\\s+\"type\": \"boolean\"");
    }

    private static Path file(FamilyId family) {
        return FOLDER.resolve(family + ".schema.json");
    }
}
