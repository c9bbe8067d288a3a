package org.sceau.registry.domain.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.ValidityRule.AtEnd;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ValidityRuleTest {

    @Test
    void a_period_is_positive_and_the_usual_one_within_the_maximum() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(Period.ZERO, Period.ofYears(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(Period.ofYears(-1), Period.ofYears(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(Period.ofYears(3), Period.ofYears(2)));
    }

    @Test
    void the_last_valid_day_bears_the_day_and_month_of_the_first() {
        ValidityRule fiveYears = rule(Period.ofYears(5), Period.ofYears(5));

        assertThat(fiveYears.usualLastDay(LocalDate.of(2025, 10, 15))).hasValue(LocalDate.of(2030, 10, 15));
        assertThat(fiveYears.isExceededBy(LocalDate.of(2025, 10, 15), LocalDate.of(2030, 10, 15)))
                .isFalse();
        assertThat(fiveYears.isExceededBy(LocalDate.of(2025, 10, 15), LocalDate.of(2030, 10, 16)))
                .isTrue();
    }

    @Test
    void a_leap_day_ends_on_the_last_of_February() {
        assertThat(rule(Period.ofYears(3), Period.ofYears(3)).latestLastDay(LocalDate.of(2028, 2, 29)))
                .hasValue(LocalDate.of(2031, 2, 28));
    }

    @Test
    void without_a_maximum_no_period_is_too_long() {
        ValidityRule unbounded = new ValidityRule(
                Optional.empty(),
                Optional.empty(),
                AtEnd.EXPIRED,
                Optional.empty(),
                ValidityRule.BEYOND,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Rule 1",
                true);

        assertThat(unbounded.isExceededBy(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1)))
                .isFalse();
    }

    private static ValidityRule rule(Period usual, Period maximum) {
        return new ValidityRule(
                Optional.of(usual),
                Optional.of(maximum),
                AtEnd.EXPIRED,
                Optional.empty(),
                ValidityRule.BEYOND,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Rule 1",
                true);
    }
}
