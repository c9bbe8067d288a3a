package org.sceau.registry.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TitlePartTest {

    @Test
    void the_parts_together_are_the_title_untouched() {
        String title = "Réseau \"<b>\" Alcatel- Lucentia  É́mile 4.1.1";

        assertThat(TitlePart.of(title, "alcatel EMILE 4").stream()
                        .map(TitlePart::text)
                        .collect(Collectors.joining()))
                .isEqualTo(title);
    }

    @Test
    void words_are_marked_whatever_their_case_and_accents() {
        assertThat(TitlePart.of("Relais Sénart 5.2", "SENART"))
                .containsExactly(
                        new TitlePart("Relais ", false), new TitlePart("Sénart", true), new TitlePart(" 5.2", false));
    }

    @Test
    void without_words_nothing_is_marked() {
        assertThat(TitlePart.of("Relais", "")).containsExactly(new TitlePart("Relais", false));
    }
}
