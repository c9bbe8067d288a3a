package org.sceau.registry.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WarningsTest {

    @ParameterizedTest(name = "{0}, {1} days")
    @CsvSource({"'0',7", "'37',7", "'1 1',7", "'1',0", "'1',91", "'1 2 3 4 5 6 7 8 9 10 11 12 13',7"})
    void what_nobody_can_mean_is_refused(String months, int days) {
        List<Integer> listed =
                List.of(months.split(" ")).stream().map(Integer::valueOf).toList();
        assertThatThrownBy(() -> new Warnings(listed, days)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_is_warned_of_what_has_ended() {
        assertThat(nearest("2026-06-30", "2026-07-01")).isEqualTo("none");
        assertThat(nearest("2026-06-30", "2026-06-30")).isEqualTo("1 on 2026-05-30");
    }

    @ParameterizedTest(name = "{0}, {1} months before")
    @CsvSource({
        "2027-03-31, 1, 2027-02-28",
        "2028-03-31, 1, 2028-02-29",
        "2028-03-29, 1, 2028-02-29",
        "2027-03-29, 1, 2027-02-28",
        "2027-05-31, 3, 2027-02-28",
        "2027-08-31, 6, 2027-02-28",
        "2028-02-29, 12, 2027-02-28",
        "2027-07-31, 1, 2027-06-30",
        "2027-07-15, 1, 2027-06-15",
        "2027-01-31, 12, 2026-01-31"
    })
    void the_day_keeps_its_number_or_is_the_last_of_a_shorter_month(LocalDate last, int months, LocalDate day) {
        assertThat(Warnings.dayBefore(last, months)).isEqualTo(day);
        assertThat(Warnings.USUAL.furthest(day)).isAfterOrEqualTo(last);
    }

    @Test
    void the_nearest_whose_day_has_come_stands_for_all_earlier_ones() {
        assertThat(nearest("2027-06-30", "2026-06-29")).isEqualTo("none");
        assertThat(nearest("2027-06-30", "2026-06-30")).isEqualTo("12 on 2026-06-30");
        assertThat(nearest("2027-06-30", "2026-12-29")).isEqualTo("12 on 2026-06-30");
        assertThat(nearest("2027-06-30", "2026-12-30")).isEqualTo("6 on 2026-12-30");
        assertThat(nearest("2027-06-30", "2027-05-29")).isEqualTo("3 on 2027-03-30");
    }

    private static String nearest(String last, String day) {
        return Warnings.USUAL
                .nearest(LocalDate.parse(last), LocalDate.parse(day))
                .map(mark -> mark.months() + " on " + mark.day())
                .orElse("none");
    }
}
