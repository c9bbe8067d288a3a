package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.describing.SchemeTable;
import org.sceau.registry.application.describing.SchemeTables;
import org.sceau.registry.application.revising.UnusableDefinition;
import org.sceau.registry.application.revising.UnverifiedValue;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** What nobody has read in its source is found with its place in the file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnverifiedReaderTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(UnverifiedReaderTest.class.getClassLoader());
    private final YamlDefinitions definitions = new YamlDefinitions(SCHEMES);

    private List<UnverifiedValue> unverified(String text) {
        return definitions.unverified("toy-1.yaml", text);
    }

    @Test
    void a_file_that_is_no_definition_is_refused_with_its_line() {
        UnusableDefinition broken = Objects.requireNonNull(
                catchThrowableOfType(UnusableDefinition.class, () -> unverified("a: 1\nb: [\n")));

        assertThat(broken.code()).isEqualTo("not-yaml");
        assertThat(broken.line()).isPositive();
    }

    @Test
    void what_is_verified_or_says_nothing_is_not_there() {
        assertThat(unverified("""
                scheme: toy
                applies:
                  from: 2026-01-01
                  source: "read"
                documents:
                  source: "read"
                  verified: true
                  values:
                    - id: A
                """)).isEmpty();
    }

    @Test
    void a_block_of_its_own_stands_with_its_line_its_source_and_its_words() {
        assertThat(unverified("""
                scheme: toy
                applies:
                  from: 2026-01-01
                  source: "from memory"
                  verified: false
                label: {fr: "a", en: "b"}
                """)).singleElement().satisfies(value -> {
            assertThat(value.place()).containsExactly("applies");
            assertThat(value.line()).isEqualTo(2);
            assertThat(value.label()).isEmpty();
            assertThat(value.source()).isEqualTo("from memory");
            assertThat(value.text())
                    .containsExactly(
                            "applies:", "  from: 2026-01-01", "  source: \"from memory\"", "  verified: false");
        });
    }

    @Test
    void rows_take_over_mark_and_source_of_their_block_and_the_block_is_no_value_then() {
        List<UnverifiedValue> found = unverified("""
                documents:
                  source: "from memory"
                  verified: false
                  values:
                    - id: A
                      label: {fr: "Le A", en: "The A"}
                    - id: B
                      source: "read"
                      verified: true
                    - id: C
                      source: "another memory"
                """);

        assertThat(found)
                .extracting(UnverifiedValue::place)
                .containsExactly(List.of("documents", "A"), List.of("documents", "C"));
        assertThat(found).extracting(UnverifiedValue::source).containsExactly("from memory", "another memory");
        assertThat(found).extracting(UnverifiedValue::line).containsExactly(5, 10);
        assertThat(found.get(0).label()).contains(new Label("Le A", "The A"));
        assertThat(found.get(0).text()).containsExactly("    - id: A", "      label: {fr: \"Le A\", en: \"The A\"}");
    }

    @Test
    void a_mark_deep_in_a_row_or_beside_the_rows_is_found() {
        assertThat(unverified("""
                        decisions:
                          source: "read"
                          values:
                            - kind: GRANT
                              remedy:
                                text: {fr: "Recours", en: "Remedy"}
                                source: "from memory"
                                verified: false
                        scopes:
                          source: "read"
                          values:
                            - id: S
                          rules:
                            - {scope: S, needs: [T], source: "guessed", verified: false}
                        """))
                .extracting(UnverifiedValue::place)
                .containsExactly(List.of("decisions", "GRANT", "remedy"), List.of("scopes", "rules", "S"));
    }

    @Test
    void a_long_value_is_cut_and_keeps_its_first_line() {
        StringBuilder text = new StringBuilder("applies:\n  source: \"s\"\n  verified: false\n  days:\n");
        for (int i = 0; i < 100; i++) {
            text.append("    - 2026-01-01\n");
        }

        assertThat(unverified(text.toString()))
                .singleElement()
                .satisfies(value -> assertThat(value.text())
                        .hasSize(UnverifiedValue.MOST_LINES)
                        .startsWith("applies:"));
    }

    /** The pages count rows of words, which tell publication in two. */
    @Test
    void of_every_shipped_definition_as_much_is_found_as_its_page_marks() {
        SchemeTables tables = new SchemeTables(SCHEMES);
        SchemesFromResources.texts(UnverifiedReaderTest.class.getClassLoader()).forEach((file, text) -> {
            SchemeVersion version = definitions.read(file, text.getBytes(StandardCharsets.UTF_8));
            List<UnverifiedValue> found = definitions.unverified(file, text);
            boolean twice = version.conduct()
                    .map(Conduct::publication)
                    .filter(publication -> !publication.verified()
                            && !publication.reportSections().isEmpty())
                    .isPresent();

            assertThat(found).extracting(UnverifiedValue::line).as(file).isSorted();
            assertThat(found.size() + (twice ? 1L : 0L))
                    .as(file)
                    .isEqualTo(tables.all(version).stream()
                            .mapToLong(SchemeTable::unverified)
                            .sum());
        });
    }
}
