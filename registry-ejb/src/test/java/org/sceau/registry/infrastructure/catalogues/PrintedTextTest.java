package org.sceau.registry.infrastructure.catalogues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PrintedTextTest {

    @Test
    void a_word_broken_without_hyphen_stays_in_two_when_nothing_tells_that_it_is_one() {
        assertThat(PrintedText.join(List.of("Halcyo", "n Cards"))).isEqualTo("Halcyo n Cards");
    }

    @Test
    void a_column_that_says_something_else_heals_nothing() {
        assertThat(PrintedText.joinLike(List.of("Halcyo", "n Cards"), List.of("Brume Télécom")))
                .isEqualTo("Halcyo n Cards");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            MICROELECTRONI|QUE;       MICROELECTRO|NIQUE;        MICROELECTRONIQUE
            BRUME|TELECOM;            BRUME|TELE|COM;            BRUME TELECOM
            BRUME|TELE|COM;           BRUME|TELECOM;             BRUME TELECOM
            Evaluation|Telecommunicatio|n Standards|Institute; Evaluation|Telecommunication|Standards Institute; Evaluation Telecommunication Standards Institute
            VIGIE|PONANT SIX;         VIGIE PONANT|SIX;          VIGIE PONANT SIX
            Vigie Ponant;             VIGIE|PO|NANT;             Vigie Ponant
            """)
    void a_second_printing_of_the_same_name_heals_the_words(String lines, String other, String healed) {
        assertThat(PrintedText.joinLike(List.of(lines.split("\\|")), List.of(other.split("\\|"))))
                .isEqualTo(healed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            par Arvor-|Est;           par Arvor-Est
            Arvor CA -|Cachet;        Arvor CA - Cachet
            deux  mots|et   trois;    deux mots et trois
            -|seul;                   - seul
            """)
    void only_a_hyphen_at_a_word_joins_two_lines_without_space(String lines, String joined) {
        assertThat(PrintedText.join(List.of(lines.split("\\|")))).isEqualTo(joined);
    }

    @Test
    void spaces_of_every_kind_become_one_and_invisible_characters_go() {
        assertThat(PrintedText.clean("\u00A0Brume\u2009\t Télé\u200Bcom\u202E\uFEFF "))
                .isEqualTo("Brume Télécom");
    }

    @Test
    void letters_and_their_accents_are_composed() {
        assertThat(PrintedText.clean("E\u0301leve\u0301")).isEqualTo("Élevé");
    }

    @Test
    void identifiers_lose_every_space_and_keep_one_kind_of_hyphen() {
        assertThat(PrintedText.squeeze(List.of("ANSSI\u2011CC-", "2023 -19", "–S01")))
                .isEqualTo("ANSSI-CC-2023-19-S01");
    }

    @Test
    void no_lines_are_no_text() {
        assertThat(PrintedText.join(List.of())).isEmpty();
        assertThat(PrintedText.join(List.of("", " "))).isEmpty();
        assertThat(PrintedText.joinLike(List.of(), List.of())).isEmpty();
        assertThat(PrintedText.squeeze(List.of())).isEmpty();
    }
}
