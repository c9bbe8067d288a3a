package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenClocksTest {
    private static final String SOUND = """
            format: 1
            clocks:
              - id: warning
                label: {fr: "Alerte", en: "Warning"}
                side: HOLDER
                owes: {fr: "fabricant", en: "manufacturer"}
                to: {fr: "agence", en: "agency"}
                from: 2026-09-11
                starts: ACTIVELY_EXPLOITED
                hours: 24
                source: "Rule 1"
              - id: report
                label: {fr: "Rapport", en: "Report"}
                side: HOLDER
                owes: {fr: "fabricant", en: "manufacturer"}
                to: {fr: "agence", en: "agency"}
                from: 2026-09-11
                after: warning
                within: P1M
                counting: EU_1182_71
                source: "Rule 2"
            """;

    private static BrokenDefinition refusal(String text) {
        return Objects.requireNonNull(
                catchThrowableOfType(
                        () -> ClocksFromResources.load(
                                file -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                        BrokenDefinition.class),
                "was not refused");
    }

    @ParameterizedTest(name = "{0} → {1}: {2}, line {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 1 | format: 3 | unsupported-format | 1",
                "hours: 24 | ours: 24 | unknown-key | 10",
                "hours: 24 | hours: 0 | refused-value | 3",
                "hours: 24 | hours: soon | wrong-type | 10",
                "hours: 24 | within: P1D | missing-key | 3",
                "starts: ACTIVELY_EXPLOITED | starts: FULL_MOON | unknown-value | 9",
                "starts: ACTIVELY_EXPLOITED | least: true | refused-value | 3",
                "id: report | id: warning | duplicate-id | 12",
                "after: warning | after: dawn | unknown-clock | 18",
                "within: P1M | within: P0M | bad-period | 19",
                "counting: EU_1182_71 | hours: 3 | refused-value | 20",
                "counting: EU_1182_71 | counting: WORKING_DAYS | refused-value | 12",
                "from: 2026-09-11 | from: 2026-09-31 | bad-date | 8",
                "en: \"Warning\" | de: \"Warnung\" | unknown-key | 4",
                "side: HOLDER | side: NOBODY | unknown-value | 5",
                "source: \"Rule 1\" | verified: true | missing-key | 3"
            })
    void a_file_of_clocks_is_refused_with_line_and_code(String replace, String with, String code, int line) {
        assertThat(SOUND).contains(replace);

        BrokenDefinition refused = refusal(SOUND.replaceFirst(java.util.regex.Pattern.quote(replace), with));

        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
        assertThat(refused.line()).as(refused.getMessage()).isEqualTo(line);
        assertThat(refused.file()).isEqualTo("vulnerabilities.yaml");
    }

    @Test
    void a_file_that_is_not_there_or_too_large_is_refused() {
        assertThat(Objects.requireNonNull(catchThrowableOfType(
                                () -> ClocksFromResources.load(file -> null), BrokenDefinition.class))
                        .code())
                .isEqualTo("missing-file");
        assertThat(refusal(SOUND + "#".repeat(DefinitionFile.MAX_BYTES)).code()).isEqualTo("too-large");
    }

    @Test
    void a_sound_file_is_read() {
        assertThat(ClocksFromResources.load(file -> new ByteArrayInputStream(SOUND.getBytes(StandardCharsets.UTF_8)))
                        .rules())
                .extracting(rule -> rule.id())
                .containsExactly("warning", "report");
    }
}
