package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenDefinitionsTest {
    /** A code stands as a literal, and no other literal of the readers begins so. */
    private static final Pattern REFUSED =
            Pattern.compile("\"((?:unknown|missing|duplicate|wrong|bad|too|not|unsupported"
                    + "|unread|refused|family|file|kind)-[a-z0-9-]+|alias)\"");

    private static final Pattern FLAW = Pattern.compile("Flaw\\(\"([a-z-]+)\"");

    @TestFactory
    Stream<DynamicTest> a_definition_is_refused_with_line_and_code_for() throws IOException {
        return Stream.concat(refusals("seal-1.yaml", "broken.yaml"), refusals("seal-2.yaml", "broken-2.yaml"));
    }

    private static Stream<DynamicTest> refusals(String sound, String cases) throws IOException {
        String whole = resource(sound);
        return cases(cases).stream()
                .map(broken -> DynamicTest.dynamicTest(sound + ": " + text(broken, "name"), () -> {
                    assertThat(whole).contains(text(broken, "replace"));
                    String changed = whole.replace(text(broken, "replace"), text(broken, "with"));

                    BrokenDefinition refused = refusal(Map.of("index.txt", sound, sound, changed));

                    assertThat(refused.file()).isEqualTo(sound);
                    assertThat(refused.code()).as(refused.getMessage()).isEqualTo(text(broken, "code"));
                    assertThat(refused.line()).as(refused.getMessage()).isEqualTo(broken.get("line"));
                }));
    }

    /** People look a code up: each one that a reader or the procedure may answer stands on the page and in the list. */
    @Test
    void every_code_of_a_refusal_is_listed_and_described() throws IOException {
        Set<String> codes = new TreeSet<>();
        codes.addAll(codes(Path.of("src/main/java/org/sceau/registry/infrastructure/schemes"), REFUSED));
        codes.addAll(codes(Path.of("src/main/java/org/sceau/registry/domain/scheme/procedure"), FLAW));
        String page = Files.readString(Path.of("../docs/formats/scheme-definition.md"));
        String list = Files.readString(
                Path.of("src/main/java/org/sceau/registry/infrastructure/schemes/BrokenDefinition.java"));

        assertThat(codes).hasSizeGreaterThan(35);
        assertThat(codes).allSatisfy(code -> {
            assertThat(page).contains("`" + code + "`");
            assertThat(list).contains("{@code " + code + "}");
        });
        for (String file : List.of("broken.yaml", "broken-2.yaml")) {
            assertThat(cases(file)).allSatisfy(broken -> assertThat(codes).contains(text(broken, "code")));
        }
    }

    @Test
    void every_guard_is_described_with_what_it_demands() throws IOException {
        String page = Files.readString(Path.of("../docs/formats/scheme-definition.md"));

        for (Guard guard : Guard.values()) {
            assertThat(page)
                    .contains("| `" + guard.code() + "` | " + guard.label().en() + " |");
        }
    }

    private static Set<String> codes(Path folder, Pattern pattern) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher found = pattern.matcher(Files.readString(file));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            }
        }
        return codes;
    }

    @Test
    void a_file_the_index_names_must_be_there() {
        BrokenDefinition refused = refusal(Map.of("index.txt", "seal-1.yaml\nseal-9.yaml"));

        assertThat(refused.code()).isEqualTo("missing-file");
        assertThat(refused.file()).isEqualTo("seal-9.yaml");
    }

    @Test
    void the_index_names_no_file_twice_and_none_elsewhere() {
        assertThat(refusal(Map.of("index.txt", "seal-1.yaml\nseal-1.yaml")).code())
                .isEqualTo("duplicate-id");
        assertThat(refusal(Map.of("index.txt", "../seal-1.yaml")).code()).isEqualTo("file-name");
    }

    @Test
    void a_family_without_scheme_is_refused() {
        assertThat(refusal(Map.of("index.txt", "# none yet")).code()).isEqualTo("family-without-scheme");
    }

    @Test
    void two_families_never_share_an_id_or_a_place() throws IOException {
        String families = resource("families.yaml");
        String second = families.substring(families.indexOf("  - id:"));

        assertThat(refusal(Map.of("families.yaml", families + second)).code()).isEqualTo("duplicate-id");
        BrokenDefinition samePlace =
                refusal(Map.of("families.yaml", families + second.replace("id: seals", "id: stamps")));
        assertThat(samePlace.code()).isEqualTo("duplicate-id");
        assertThat(samePlace.line()).isEqualTo(11);
    }

    @Test
    void a_family_that_the_official_catalogue_does_not_print_is_found_under_no_heading() throws IOException {
        String unprinted = resource("families.yaml")
                .lines()
                .filter(line -> !line.contains("section:") && !line.contains("heading:"))
                .collect(Collectors.joining("\n"));

        Schemes read = SchemesFromResources.load(source(Map.of("families.yaml", unprinted)));

        assertThat(read.familyOfHeading("")).isEmpty();
        assertThat(read.familyOfHeading("Les sceaux")).isEmpty();
        assertThat(SchemesFromResources.load(source(Map.of())).familyOfHeading("2.1. Les sceaux"))
                .isPresent();
    }

    @Test
    void an_oversized_file_is_refused_before_it_is_parsed() throws IOException {
        String padded = resource("seal-1.yaml") + "# ".repeat(DefinitionFile.MAX_BYTES / 2);

        assertThat(refusal(Map.of("seal-1.yaml", padded)).code()).isEqualTo("too-large");
    }

    @Test
    void bytes_that_are_no_UTF_8_are_refused() {
        BrokenDefinition refused = catchThrowableOfType(
                BrokenDefinition.class,
                () -> DefinitionFile.read("x.yaml", new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF})));

        assertThat(refused.code()).isEqualTo("not-utf-8");
    }

    @Test
    void an_empty_file_and_a_bare_word_are_refused() {
        assertThat(refusal(Map.of("seal-1.yaml", "")).code()).isEqualTo("not-yaml");
        assertThat(refusal(Map.of("seal-1.yaml", "seal")).code()).isEqualTo("wrong-type");
    }

    @Test
    void the_whole_definition_is_read() {
        assertThat(SchemesFromResources.load(source(Map.of())).all())
                .singleElement()
                .satisfies(version -> {
                    assertThat(version.id()).isEqualTo(SchemeVersionId.of("seal", "1"));
                    assertThat(version.scopeRules()).singleElement().matches(rule -> !rule.verified());
                    assertThat(version.levels()).hasSize(2);
                });
    }

    private static BrokenDefinition refusal(Map<String, String> changed) {
        return Objects.requireNonNull(
                catchThrowableOfType(BrokenDefinition.class, () -> SchemesFromResources.load(source(changed))),
                "it was accepted");
    }

    private static DefinitionSource source(Map<String, String> changed) {
        Map<String, String> files = new HashMap<>();
        files.put("index.txt", "seal-1.yaml");
        files.putAll(changed);
        return name -> files.containsKey(name)
                ? new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8))
                : BrokenDefinitionsTest.class.getResourceAsStream("/schemes-test/" + name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> cases(String file) throws IOException {
        Object cases = new Load(LoadSettings.builder().build()).loadFromString(resource(file));
        return (List<Map<String, Object>>) Objects.requireNonNull(cases);
    }

    private static String text(Map<String, Object> broken, String key) {
        return String.valueOf(broken.get(key));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(BrokenDefinitionsTest.class.getResourceAsStream("/schemes-test/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
