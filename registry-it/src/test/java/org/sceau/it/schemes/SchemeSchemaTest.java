package org.sceau.it.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sceau.registry.domain.scheme.FamilyGroup;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.LegalBasis;
import org.sceau.registry.domain.scheme.vocabulary.OutcomeKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The published JSON Schema of scheme definitions agrees with the loader, as far as a schema can. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemeSchemaTest {
    private static final Path DEFINITIONS = Path.of("../registry-ejb/src/main/resources/schemes");
    private static final Path CASES = Path.of("../registry-ejb/src/test/resources/schemes-test");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode text = JSON.readTree(Files.readString(DEFINITIONS.resolve("scheme.schema.json")));
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);

    SchemeSchemaTest() throws IOException {}

    @TestFactory
    Stream<DynamicTest> the_schema_refuses_what_the_loader_refuses_where_a_schema_can() throws IOException {
        String whole = Files.readString(CASES.resolve("seal-1.yaml"));
        return cases().stream()
                .map(broken -> DynamicTest.dynamicTest(String.valueOf(broken.get("name")), () -> {
                    String changed =
                            whole.replace(String.valueOf(broken.get("replace")), String.valueOf(broken.get("with")));

                    assertThat(isRefused(changed)).isEqualTo(broken.get("schema"));
                }));
    }

    @Test
    void the_schema_knows_the_words_of_the_domain() {
        for (Class<? extends Enum<?>> words : List.of(
                Agrement.class,
                DocumentKind.class,
                FamilyGroup.class,
                LegalBasis.class,
                OutcomeKind.class,
                SubjectKind.class)) {
            assertThat(JSON.convertValue(text.at("/$defs/" + words.getSimpleName() + "/enum"), List.class))
                    .isEqualTo(Arrays.stream(words.getEnumConstants())
                            .map(Enum::name)
                            .toList());
        }
    }

    @Test
    void every_shipped_definition_fits_the_schema() throws IOException {
        try (Stream<Path> files = Files.list(DEFINITIONS)) {
            List<Path> definitions =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();

            assertThat(definitions)
                    .hasSizeGreaterThan(27)
                    .allSatisfy(file -> assertThat(schema.validate(read(Files.readString(file))))
                            .isEmpty());
        }
    }

    private boolean isRefused(String definition) {
        try {
            return !schema.validate(read(definition)).isEmpty();
        } catch (YamlEngineException notYaml) {
            return true;
        }
    }

    private static JsonNode read(String definition) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(definition));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> cases() throws IOException {
        Object cases =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(CASES.resolve("broken.yaml")));
        return (List<Map<String, Object>>) Objects.requireNonNull(cases);
    }
}
