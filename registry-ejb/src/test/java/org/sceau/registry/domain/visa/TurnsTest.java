package org.sceau.registry.domain.visa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** What a visa says has a legal day: what held before a decision is told of the days before it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnsTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-03-12");
    private static final LocalDate LAST = LocalDate.parse("2027-03-12");
    private static final LocalDate TURN = LocalDate.parse("2025-06-02");
    private static final VisaFacts GRANTED = VisaStatusTest.visa(Optional.of(LAST), StatusChange.inForce(FIRST));
    private static final Terms FIREWALL = GRANTED.terms().granting(Set.of("FIREWALL"));
    private static final Terms BOTH = GRANTED.terms().granting(Set.of("FIREWALL", "GATEWAY"));

    private static RecommendationOverride critical(String by) {
        return new RecommendationOverride(Recommendation.CRITICAL, by, TURN, "Motifs.");
    }

    @Test
    void nothing_is_said_anew_before_a_day_on_which_something_else_was_said() {
        VisaFacts reduced = GRANTED.saying(FIREWALL, TURN);
        assertThatThrownBy(() -> reduced.saying(BOTH, TURN.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reduced.saying(BOTH, FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThat(reduced.lastTurn()).isEqualTo(TURN);
        assertThat(GRANTED.lastTurn()).isEqualTo(FIRST);
    }

    @Test
    void former_terms_out_of_order_or_before_the_first_day_are_no_history() {
        for (List<FormerTerms> former : List.of(
                List.of(new FormerTerms(BOTH, FIRST.minusDays(1))),
                List.of(new FormerTerms(BOTH, TURN), new FormerTerms(FIREWALL, TURN)),
                List.of(new FormerTerms(BOTH.until(Optional.of(FIRST.minusDays(1))), TURN)))) {
            assertThatThrownBy(() -> new VisaFacts(
                            GRANTED.scheme(),
                            GRANTED.family(),
                            GRANTED.reference(),
                            FIRST,
                            GRANTED.terms(),
                            former,
                            GRANTED.statuses(),
                            true,
                            List.of(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            Set.of(),
                            Set.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_held_before_a_turn_is_told_of_the_days_before_it() {
        VisaFacts twice = GRANTED.saying(BOTH, TURN).saying(FIREWALL, TURN.plusDays(40));
        assertThat(twice.on(FIRST.minusDays(9)).scopes()).isEmpty();
        assertThat(twice.on(TURN.minusDays(1))).isEqualTo(GRANTED);
        assertThat(twice.on(TURN).scopes()).containsExactly("FIREWALL", "GATEWAY");
        assertThat(twice.on(TURN.plusDays(39))).isEqualTo(GRANTED.saying(BOTH, TURN));
        assertThat(twice.on(TURN.plusDays(40))).isEqualTo(twice);
    }

    @Test
    void of_several_turns_of_one_day_the_last_one_holds() {
        VisaFacts twice = GRANTED.saying(BOTH, TURN).saying(FIREWALL, TURN);
        assertThat(twice).isEqualTo(GRANTED.saying(FIREWALL, TURN));
        assertThat(twice.saying(GRANTED.terms(), TURN))
                .as("back to what it said the day before")
                .isEqualTo(GRANTED);
        assertThat(GRANTED.saying(GRANTED.terms(), TURN)).isEqualTo(GRANTED);
    }

    @Test
    void what_is_said_by_the_first_day_holds_from_the_first_day() {
        assertThat(GRANTED.saying(BOTH, FIRST).former()).isEmpty();
        assertThat(GRANTED.saying(BOTH, FIRST.minusDays(30)).on(FIRST).scopes()).hasSize(2);
    }

    @Test
    void a_visa_that_was_prolonged_ended_earlier_on_the_days_before() {
        VisaFacts prolonged = GRANTED.saying(GRANTED.terms().until(Optional.of(LAST.plusYears(2))), TURN);
        assertThat(prolonged.statusOn(TURN.minusDays(1), VisaStatus.EXPIRED).until())
                .contains(LAST);
        assertThat(prolonged.statusOn(TURN, VisaStatus.EXPIRED).until()).contains(LAST.plusYears(2));
    }

    @Test
    void a_correction_holds_on_all_days_on_which_the_wrong_word_stood() {
        Subject maintained = new Subject(GRANTED.subject().kind(), "HC-Coffre", Optional.of("1.0, 1.1"));
        VisaFacts wrong = GRANTED.saying(GRANTED.terms().about(maintained), TURN);
        Subject named = new Subject(maintained.kind(), "HC-Coffret", maintained.versions());

        VisaFacts right = wrong.correcting(named, Optional.empty(), Optional.of("Bretagne"));

        assertThat(right.on(FIRST).subject())
                .isEqualTo(new Subject(maintained.kind(), "HC-Coffret", Optional.of("1.0")));
        assertThat(right.on(TURN).subject()).isEqualTo(named);
        assertThat(right.on(FIRST).region()).contains("Bretagne");
    }

    @Test
    void a_source_that_says_something_else_says_it_from_the_day_it_is_known() {
        VisaFacts told = GRANTED.saying(FIREWALL, FIRST);
        VisaFacts continued = told.continuing(GRANTED, TURN, VisaStatus.ARCHIVED);
        assertThat(continued.on(TURN.minusDays(1)).scopes()).isEmpty();
        assertThat(continued.on(TURN).scopes()).containsExactly("FIREWALL");
        assertThat(told.continuing(continued, TURN.plusDays(50), VisaStatus.ARCHIVED))
                .as("the same told again")
                .isEqualTo(continued);
        assertThat(told.continuing(GRANTED, FIRST, VisaStatus.ARCHIVED))
                .as("nothing had held yet")
                .isEqualTo(told);
    }

    @Test
    void an_end_that_a_source_moved_into_the_past_takes_nothing_from_the_days_on_which_the_visa_was_in_force() {
        LocalDate end = TURN.minusDays(90);
        VisaFacts shortened = VisaStatusTest.visa(Optional.of(end), StatusChange.inForce(FIRST))
                .continuing(GRANTED, TURN, VisaStatus.EXPIRED);
        assertThat(shortened.statusOn(TURN.minusDays(1), VisaStatus.EXPIRED).status())
                .isEqualTo(VisaStatus.IN_FORCE);
        assertThat(shortened.statusOn(TURN, VisaStatus.EXPIRED).since()).isEqualTo(TURN);

        LocalDate later = TURN.plusDays(30);
        VisaFacts prolonged = VisaStatusTest.visa(Optional.of(LAST), StatusChange.inForce(FIRST))
                .continuing(shortened, later, VisaStatus.EXPIRED);
        for (int day = 1; day <= 90; day++) {
            assertThat(prolonged
                            .statusOn(TURN.minusDays(day), VisaStatus.EXPIRED)
                            .status())
                    .isEqualTo(VisaStatus.IN_FORCE);
        }
        assertThat(prolonged.statusOn(TURN, VisaStatus.EXPIRED))
                .isEqualTo(shortened.statusOn(TURN, VisaStatus.EXPIRED));
        assertThat(prolonged.statusOn(later, VisaStatus.EXPIRED).status()).isEqualTo(VisaStatus.IN_FORCE);
    }

    @Test
    void a_source_that_repeats_its_mark_sets_no_recommendation_anew() {
        VisaFacts marked = GRANTED.saying(GRANTED.terms().advised(Optional.of(critical("first"))), FIRST);
        VisaFacts again = GRANTED.saying(GRANTED.terms().advised(Optional.of(critical("second"))), FIRST);
        assertThat(again.continuing(marked, TURN, VisaStatus.ARCHIVED)).isEqualTo(marked);
        assertThat(GRANTED.continuing(marked, TURN, VisaStatus.ARCHIVED)
                        .on(TURN.minusDays(1))
                        .recommendationOverride())
                .contains(critical("first"));
    }
}
