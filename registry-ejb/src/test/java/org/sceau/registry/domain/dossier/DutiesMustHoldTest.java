package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.registry.domain.dossier.IssueMustHoldTest.AT;
import static org.sceau.registry.domain.dossier.IssueMustHoldTest.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeVersionId;

/** Each assertion of the walks sees the violation that it is there for: what is doctored here could have been found there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DutiesMustHoldTest {
    private final List<History.Involvement> involved = new ArrayList<>(List.of(
            acted("h.carde", Role.SPONSOR),
            acted("p.lenoir", Role.EVALUATOR),
            acted("i.calvet", Role.REVIEWER),
            acted("m.tual", Role.DECIDER),
            acted("m.tual", Role.CERTIFIER)));
    private Person granter = Story.DECIDER;

    @Test
    void what_is_in_order_passes() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void invariant_06_somebody_who_evaluated_and_decides_is_seen() {
        isSeenIf("p.lenoir", Role.DECIDER);
    }

    @Test
    void invariant_07_somebody_who_evaluated_and_reviews_is_seen() {
        isSeenIf("p.lenoir", Role.REVIEWER);
    }

    @Test
    void invariant_08_somebody_who_reviewed_and_decides_is_seen() {
        isSeenIf("i.calvet", Role.DECIDER);
    }

    @ParameterizedTest
    @EnumSource(names = {"EVALUATOR", "REVIEWER", "DECIDER", "CERTIFIER"})
    void invariant_10_somebody_who_took_part_and_handles_a_complaint_is_seen(Role part) {
        involved.add(acted("c.omplice", part));
        assertThatCode(this::check).doesNotThrowAnyException();

        isSeenIf("c.omplice", Role.COMPLAINT_HANDLER);
    }

    @ParameterizedTest
    @EnumSource(names = {"EVALUATOR", "REVIEWER", "DECIDER", "COMPLAINT_HANDLER"})
    void invariant_11_the_applicant_who_handles_its_own_dossier_is_seen(Role handling) {
        isSeenIf("h.carde", handling);
    }

    @Test
    void invariant_11_somebody_else_of_the_applicant_is_seen_too() {
        granter = new Person("i.nside", "Halcyon Cards", Role.DECIDER);

        assertThatThrownBy(this::check).isInstanceOf(AssertionError.class);
    }

    private void isSeenIf(String name, Role role) {
        involved.add(acted(name, role));

        assertThatThrownBy(this::check).isInstanceOf(AssertionError.class);
    }

    private static History.Involvement acted(String name, Role role) {
        return new History.Involvement(name, role, AT);
    }

    private void check() {
        History history = new History(
                List.of(entry("draft", "open", Story.VENDOR), entry("granted", "grant", granter)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                involved,
                List.of());
        DutiesMustHold.check(
                IssueMustHoldTest.dossier(
                        SchemeVersionId.of("eucc", "2025-12-29"),
                        Story.card(5, Optional.of("smartcards")),
                        history,
                        List.of(),
                        List.of()),
                "here");
    }
}
