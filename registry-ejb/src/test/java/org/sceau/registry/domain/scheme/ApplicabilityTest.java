package org.sceau.registry.domain.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApplicabilityTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 27);

    @Test
    void a_last_day_before_the_eve_of_the_first_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> until(FIRST.minusDays(2), FIRST));
        assertThatIllegalArgumentException().isThrownBy(() -> until(FIRST, FIRST.minusDays(2)));
    }

    @Test
    void a_last_day_on_the_eve_of_the_first_says_never() {
        Applicability never = until(FIRST.minusDays(1), FIRST.minusDays(1));

        for (LocalDate day : new LocalDate[] {FIRST.minusDays(1), FIRST, FIRST.plusYears(2)}) {
            assertThat(never.opensOn(day)).isFalse();
            assertThat(never.issuesOn(day)).isFalse();
        }
        assertThat(until(FIRST, FIRST).opensOn(FIRST)).isTrue();
    }

    private static Applicability until(LocalDate opens, LocalDate issues) {
        return new Applicability(FIRST, Optional.of(opens), Optional.of(issues), "a text", true);
    }
}
