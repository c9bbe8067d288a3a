package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.FamilyId;

/** The assertion of the walks about lists sees each violation that it is there for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListWordsMustHoldTest {
    private static final FamilyId PASSI = new FamilyId("passi");
    private static final FamilyId CSPN = new FamilyId("cspn");
    private static final String GRANTED = "passi-1 in-force 2026-01-12";
    private static final String WITHDRAWN = "passi-1 withdrawn 2026-05-12";

    private final ListWordsMustHold words = new ListWordsMustHold();
    private final Set<String> hidden = new HashSet<>();

    @Test
    void invariant_53_a_number_that_falls_or_says_something_else_is_seen() {
        passes(PASSI, 4, GRANTED);
        passes(PASSI, 4, GRANTED);
        isSeen(PASSI, 3, GRANTED);
        isSeen(PASSI, 4, GRANTED, WITHDRAWN);
        passes(PASSI, 5, GRANTED, WITHDRAWN);
        passes(CSPN, 1);
    }

    @Test
    void invariant_53_a_status_that_was_told_and_is_told_no_more_is_seen() {
        passes(PASSI, 1, GRANTED);
        isSeen(PASSI, 2, WITHDRAWN);
        isSeen(PASSI, 2);
    }

    @Test
    void what_was_told_of_is_known() {
        passes(PASSI, 1, GRANTED);

        assertThat(words.isTold(PASSI, "passi-1")).isTrue();
        assertThat(words.isTold(PASSI, "passi")).isFalse();
        assertThat(words.isTold(CSPN, "passi-1")).isFalse();
    }

    @Test
    void what_was_told_of_a_visa_goes_with_its_holders_consent_in_another_issue_alone() {
        passes(PASSI, 1, GRANTED);
        hidden.add("passi-1");
        isSeen(PASSI, 1);
        passes(PASSI, 2);
        assertThat(words.isTold(PASSI, "passi-1")).isFalse();
        hidden.clear();
        isSeen(PASSI, 3);
        passes(PASSI, 3, GRANTED);
    }

    private void passes(FamilyId family, long number, String... statuses) {
        assertThatCode(() -> words.holds_53_the_number_rises_and_what_was_told_stays(
                        family, number, Set.of(statuses), hidden::contains, "here"))
                .doesNotThrowAnyException();
    }

    private void isSeen(FamilyId family, long number, String... statuses) {
        assertThatThrownBy(() -> words.holds_53_the_number_rises_and_what_was_told_stays(
                        family, number, Set.of(statuses), hidden::contains, "here"))
                .isInstanceOf(AssertionError.class);
    }
}
