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
import java.util.ArrayList;
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
import org.sceau.registry.domain.calendar.Counting;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.FamilyGroup;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;
import org.sceau.registry.domain.scheme.surveillance.Duty;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.LegalBasis;
import org.sceau.registry.domain.scheme.vocabulary.OutcomeKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The published JSON Schema of scheme definitions agrees with the loader, as far as a schema can. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemeSchemaTest {
    private static final Path DEFINITIONS = Path.of("../registry-ejb/src/main/resources/schemes");
    private static final Path CASES = Path.of("../registry-ejb/src/test/resources/schemes-test");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.ofEntries(
            Map.entry("Addressee", Addressee.class),
            Map.entry("Agrement", Agrement.class),
            Map.entry("Counting", Counting.class),
            Map.entry("Bearer", Duty.Bearer.class),
            Map.entry("Coverage", Competence.Coverage.class),
            Map.entry("DecisionKind", DecisionKind.class),
            Map.entry("DocumentClass", DocumentType.DocumentClass.class),
            Map.entry("DocumentKind", DocumentKind.class),
            Map.entry("DossierKind", DossierKind.class),
            Map.entry("FactKind", FactType.Kind.class),
            Map.entry("FamilyGroup", FamilyGroup.class),
            Map.entry("LaboratoryChoice", FollowUp.LaboratoryChoice.class),
            Map.entry("LegalBasis", LegalBasis.class),
            Map.entry("Missed", Deadline.Missed.class),
            Map.entry("OutcomeKind", OutcomeKind.class),
            Map.entry("Part", DecisionRule.Part.class),
            Map.entry("Phase", Phase.class),
            Map.entry("Reach", Separation.Reach.class),
            Map.entry("Receiver", ComplaintRoute.Receiver.class),
            Map.entry("Role", Role.class),
            Map.entry("SubjectKind", SubjectKind.class),
            Map.entry("Title", Competence.Title.class),
            Map.entry("VisaStatus", VisaStatus.class));

    private final JsonNode text = JSON.readTree(Files.readString(DEFINITIONS.resolve("scheme.schema.json")));
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);

    SchemeSchemaTest() throws IOException {}

    @TestFactory
    Stream<DynamicTest> the_schema_refuses_what_the_loader_refuses_where_a_schema_can() throws IOException {
        return Stream.concat(checked("seal-1.yaml", "broken.yaml"), checked("seal-2.yaml", "broken-2.yaml"));
    }

    private Stream<DynamicTest> checked(String sound, String broken) throws IOException {
        String whole = Files.readString(CASES.resolve(sound));
        return cases(broken).stream()
                .map(one -> DynamicTest.dynamicTest(sound + ": " + one.get("name"), () -> {
                    String changed = whole.replace(String.valueOf(one.get("replace")), String.valueOf(one.get("with")));

                    assertThat(isRefused(changed)).isEqualTo(one.get("schema"));
                }));
    }

    @Test
    void a_sound_toy_fits_the_schema() throws IOException {
        assertThat(isRefused(Files.readString(CASES.resolve("seal-1.yaml")))).isFalse();
        assertThat(isRefused(Files.readString(CASES.resolve("seal-2.yaml")))).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> the_schema_knows_the_words_of_the_domain() {
        return WORDS.entrySet().stream()
                .map(words -> DynamicTest.dynamicTest(
                        words.getKey(),
                        () -> assertThat(known(words.getKey()))
                                .isEqualTo(Arrays.stream(words.getValue().getEnumConstants())
                                        // Whoever keeps the access of colleagues has no part in any dossier: no scheme
                                        // names it.
                                        .filter(word -> word != Role.MANAGER)
                                        .map(Enum::name)
                                        .toList())));
    }

    @Test
    void the_schema_knows_the_guards_by_their_codes() {
        assertThat(known("Guard"))
                .isEqualTo(Arrays.stream(Guard.values()).map(Guard::code).toList());
    }

    @Test
    void every_closed_list_of_words_is_compared_with_the_domain() {
        List<String> lists = new ArrayList<>();
        text.get("$defs").fields().forEachRemaining(entry -> {
            if (entry.getValue().has("enum")) {
                lists.add(entry.getKey());
            }
        });

        assertThat(lists).hasSize(WORDS.size() + 1).containsAll(WORDS.keySet()).contains("Guard");
    }

    private List<?> known(String name) {
        return JSON.convertValue(text.at("/$defs/" + name + "/enum"), List.class);
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
    private static List<Map<String, Object>> cases(String file) throws IOException {
        Object cases = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(CASES.resolve(file)));
        return (List<Map<String, Object>>) Objects.requireNonNull(cases);
    }
}
