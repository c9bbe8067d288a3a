package org.sceau.registry.domain.scheme.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NumberingTest {
    private final Numbering seals = new Numbering(
            List.of(
                    ReferenceForm.of("(?<head>SEAL-(?<year>20\\d\\d))[-/](?<tail>\\d{2}(?:-?v\\d)?)", false),
                    ReferenceForm.of("(?<head>[1-9]\\d{0,5})", true)),
            "Rule 1",
            true);

    @ParameterizedTest
    @ValueSource(strings = {"", "SEAL", "SEAL-2026", "SEAL-2026/1", "SEAL-1926/01", "0", "1234567", "SEAL-2026/01 bis"})
    void another_form_is_not_recognised(String printed) {
        assertThat(seals.recognise(printed)).isEmpty();
    }

    @Test
    void a_text_beyond_80_characters_is_no_reference() {
        assertThat(seals.recognise(" ".repeat(300) + "7")).isPresent();
        assertThat(seals.recognise("7".repeat(81))).isEmpty();
        assertThat(seals.recognise(" ".repeat(100_000) + "7")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?<head>(a+)+)", "(?<head>a*)*", "a", "(?<head>a"})
    void a_form_that_is_broken_endless_or_without_head_is_refused(String regex) {
        assertThatIllegalArgumentException().isThrownBy(() -> ReferenceForm.of(regex, false));
    }

    @ParameterizedTest
    @CsvSource({
        "SEAL-2026/07, SEAL-2026-07, SEAL-2026/07",
        "seal-2026-07, SEAL-2026-07, SEAL-2026/07",
        "'SEAL-\n2026-\n07', SEAL-2026-07, SEAL-2026/07",
        "SEAL–2026–07V2, SEAL-2026-07v2, SEAL-2026/07v2",
    })
    void both_printed_forms_lead_to_one_canonical_reference(String printed, String canonical, String slashed) {
        assertThat(seals.recognise(printed)).get().satisfies(reference -> {
            assertThat(reference.canonical()).isEqualTo(canonical);
            assertThat(reference.slashed()).isEqualTo(slashed);
            assertThat(reference.year()).hasValue(2026);
            assertThat(reference.yearly()).isFalse();
        });
    }

    @Test
    void a_decision_number_has_no_year_of_its_own() {
        assertThat(seals.recognise("1398"))
                .get()
                .matches(OfficialReference::yearly)
                .matches(reference -> reference.year().isEmpty());
    }
}
