package org.sceau.registry.domain.scheme.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpellingTest {

    @Test
    void a_plus_a_digit_or_a_comma_tells_two_texts_apart() {
        assertThat(Spelling.of("EAL4+")).isNotEqualTo(Spelling.of("EAL4"));
        assertThat(Spelling.of("EAL4")).isNotEqualTo(Spelling.of("EAL5"));
        assertThat(Spelling.of("a, b")).isNotEqualTo(Spelling.of("a b"));
    }

    @Test
    void spaces_and_hyphens_alone_are_blank() {
        assertThat(Spelling.of(" \u00A0\n- ").isBlank()).isTrue();
        assertThat(Spelling.of("X").isBlank()).isFalse();
    }

    @Test
    void only_a_heading_loses_its_footnote_number() {
        assertThat(Spelling.ofHeading("Sécurité nationale 14")).isEqualTo(Spelling.of("Sécurité nationale"));
        assertThat(Spelling.of("EAL4")).isNotEqualTo(Spelling.of("EAL"));
    }

    @Test
    void a_text_without_end_costs_no_more_than_a_long_one() {
        assertThat(Spelling.of("e".repeat(1_000_000)).key()).hasSize(2_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Elevé|Élevé",
                "ÉLEVÉ|E\u0301leve\u0301",
                "'Micro-\ncircuits'|micro-circuits",
                "'Equipement\ns matériels\navec boitiers\nsécurisés'|Équipements matériels avec boîtiers sécurisés",
                "Détection d’intrusions|Détection d'intrusions",
                "'Sans\nobjet'|Sans\u00A0objet",
                "œuvre|oeuvre",
            })
    void broken_lines_case_accents_spaces_hyphens_and_apostrophes_do_not_count(String printed, String label) {
        assertThat(Spelling.of(printed)).isEqualTo(Spelling.of(label));
    }
}
