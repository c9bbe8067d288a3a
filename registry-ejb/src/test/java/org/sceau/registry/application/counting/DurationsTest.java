package org.sceau.registry.application.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DurationsTest {

    private static Durations of(int... days) {
        Durations durations = new Durations();
        IntStream.of(days).forEach(durations::add);
        return durations;
    }

    private static Durations oneTo(int count) {
        return of(IntStream.rangeClosed(1, count).toArray());
    }

    @Test
    void no_duration_is_negative() {
        assertThatThrownBy(() -> of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_none_there_is_neither_median_nor_percentile() {
        assertThat(of().median()).isEmpty();
        assertThat(of().ninetieth()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9})
    void below_ten_the_ninetieth_percentile_would_be_the_longest_of_all_and_is_not_told(int count) {
        assertThat(oneTo(count).ninetieth()).isEmpty();
    }

    @Test
    void of_ten_the_ninetieth_percentile_is_the_ninth_and_of_eleven_the_tenth() {
        assertThat(oneTo(10).ninetieth()).hasValue(9);
        assertThat(oneTo(11).ninetieth()).hasValue(10);
        assertThat(oneTo(100).ninetieth()).hasValue(90);
        assertThat(oneTo(101).ninetieth()).hasValue(91);
    }

    @Test
    void the_median_occurred_and_is_the_lower_of_two_in_the_middle() {
        assertThat(of(30, 10, 20).median()).hasValue(20);
        assertThat(of(30, 10).median()).hasValue(10);
        assertThat(of(0, 0, 0, 400).median()).hasValue(0);
    }

    @Test
    void every_rank_is_that_of_the_sorted_list() {
        Random random = new Random(27);
        for (int count = 10; count < 300; count++) {
            List<Integer> days = new ArrayList<>();
            Durations durations = new Durations();
            for (int i = 0; i < count; i++) {
                days.add(random.nextInt(60));
                durations.add(days.get(i));
            }
            Collections.sort(days);

            assertThat(durations.median()).hasValue(days.get((int) Math.ceil(count * 0.5) - 1));
            assertThat(durations.ninetieth()).hasValue(days.get((count * 9 + 9) / 10 - 1));
            assertThat(durations.count()).isEqualTo(count);
        }
    }
}
