package org.sceau.trustlist.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.trustlist.FictionalList;
import org.sceau.trustlist.model.Issue;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IssuePlanTest {
    private static final Issue SEVENTH = FictionalList.issue();

    @Test
    void a_clock_behind_the_last_issue_is_refused() {
        assertThatThrownBy(() ->
                        IssuePlan.SIX_MONTHS.after(SEVENTH, SEVENTH.issuedAt().minusSeconds(1)))
                .isInstanceOfSatisfying(
                        IssueRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(IssueRefused.CLOCK_BEHIND_LAST_ISSUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6M1D", "P7M", "P1Y", "P0D", "P-1M"})
    void a_plan_of_no_time_or_of_more_than_six_months_is_refused(String period) {
        assertThatThrownBy(() -> new IssuePlan(Period.parse(period))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_next_edition_has_the_next_number_and_six_calendar_months() {
        Issue eighth = IssuePlan.SIX_MONTHS.after(SEVENTH, Instant.parse("2026-08-31T10:00:00.9Z"));
        assertThat(eighth)
                .isEqualTo(new Issue(8, Instant.parse("2026-08-31T10:00:00Z"), Instant.parse("2027-02-28T10:00:00Z")));
    }

    @Test
    void the_first_edition_has_number_one() {
        assertThat(new IssuePlan(Period.ofDays(30)).first(SEVENTH.issuedAt()))
                .isEqualTo(new Issue(1, SEVENTH.issuedAt(), Instant.parse("2026-04-01T09:00:00Z")));
    }

    @Test
    void months_and_days_mixed_never_pass_six_months() {
        Issue september = new IssuePlan(Period.parse("P5M30D")).first(Instant.parse("2026-09-01T00:00:00Z"));
        assertThat(september.nextUpdate()).isEqualTo("2027-03-01T00:00:00Z");
    }
}
