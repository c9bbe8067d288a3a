package org.sceau.registry.web.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScaleTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 1", "5, 1, 5", "6, 2, 6", "11, 5, 15", "25, 5, 25", "26, 10, 30", "188, 50, 200"})
    void an_axis_has_few_round_marks_and_ends_above_the_highest_value(long highest, long step, long top) {
        assertThat(Scale.upTo(highest)).isEqualTo(new Scale(step, top));
    }

    @Test
    void no_value_is_drawn_beyond_the_end_and_none_has_more_than_five_marks() {
        for (long highest = 0; highest < 5_000; highest++) {
            Scale scale = Scale.upTo(highest);

            assertThat(scale.of(highest, 100)).isBetween(0.0, 100.0);
            assertThat(scale.marks()).hasSizeBetween(1, 5).endsWith(scale.top());
        }
    }

    @Test
    void nothing_has_no_length() {
        assertThat(Scale.upTo(0).of(0, 400)).isZero();
    }
}
