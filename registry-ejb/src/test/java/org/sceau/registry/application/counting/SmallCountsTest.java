package org.sceau.registry.application.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.application.counting.CountedByHand.EUCC;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.scheme.decision.DecisionKind;

/** What anybody can work out from the figures about groups of fewer than five dossiers: nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmallCountsTest {

    private static DossierFigures told(CountedByHand registry) {
        return registry.reading().today().figures().dossiers();
    }

    private static DossierFigures decisions(long... counts) {
        CountedByHand registry = new CountedByHand();
        registry.made(DecisionKind.GRANT, 2025, counts[0]);
        registry.made(DecisionKind.REFUSE, 2025, counts[1]);
        registry.made(DecisionKind.GRANT, 2026, counts[2]);
        registry.made(DecisionKind.REFUSE, 2026, counts[3]);
        return told(registry);
    }

    /** Dossiers that passed a stage, and how many of them the next one. */
    private static DossierFigures stages(int first, int second) {
        CountedByHand registry = new CountedByHand();
        for (int i = 0; i < first; i++) {
            if (i < second) {
                registry.dossier(EUCC, "draft 2026-01-05", "submitted 2026-01-15", "evaluation 2026-01-25");
            } else {
                registry.dossier(EUCC, "draft 2026-01-05", "submitted 2026-01-15");
            }
        }
        return told(registry);
    }

    @Test
    void whatever_a_withheld_cell_holds_the_figures_are_the_same() {
        Set<DossierFigures> seen = new HashSet<>();
        for (long withheld = 0; withheld < DossierFigures.FEWEST; withheld++) {
            seen.add(decisions(12, withheld, 7, 6));
        }

        assertThat(seen).hasSize(1);
    }

    @Test
    void several_withheld_cells_say_no_more_than_one() {
        Set<DossierFigures> seen = new HashSet<>();
        for (long one = 0; one < DossierFigures.FEWEST; one++) {
            for (long other = 0; other < DossierFigures.FEWEST; other++) {
                seen.add(decisions(one, 9, 8, other));
            }
        }

        assertThat(seen).hasSize(1);
    }

    @Test
    void four_are_withheld_and_five_are_told() {
        assertThat(decisions(4, 0, 0, 0).decisions()).isEmpty();
        assertThat(decisions(5, 0, 0, 0).decisions())
                .containsExactly(new DossierFigures.OfYear(DecisionKind.GRANT, 2025, 5));
    }

    @Test
    void a_share_is_told_only_where_both_its_parts_are() {
        assertThat(decisions(100, 4, 4, 30).refusedPerThousand(2025)).isEmpty();
        assertThat(decisions(100, 4, 4, 30).refusedPerThousand(2026)).isEmpty();
        assertThat(decisions(94, 6, 0, 0).refusedPerThousand(2025)).contains(60);
    }

    @Test
    void four_dossiers_at_a_stage_are_not_told_of_at_all() {
        assertThat(stages(4, 4).stages()).isEmpty();
        assertThat(stages(5, 4).stages())
                .extracting(DossierFigures.OfStage::stage)
                .containsExactly("draft");
    }

    /** Of eleven that left one stage, ten left the next: the difference is one dossier, which nobody may find. */
    @Test
    void how_many_passed_one_stage_and_not_the_next_is_no_difference_of_what_is_told() {
        Set<List<Long>> sizes = new HashSet<>();
        for (int second = 10; second <= 14; second++) {
            sizes.add(stages(14, second).stages().stream()
                    .map(DossierFigures.OfStage::atLeast)
                    .toList());
        }

        assertThat(sizes).containsExactly(List.of(10L, 10L));
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "9, 5", "10, 10", "14, 10", "123, 120"})
    void the_size_of_a_group_is_told_in_steps(long count, long atLeast) {
        assertThat(SmallCounts.atLeast(count)).isEqualTo(atLeast);
    }

    @Test
    void the_longest_duration_of_a_group_is_one_dossiers_and_is_never_told() {
        CountedByHand registry = new CountedByHand();
        for (int i = 0; i < 9; i++) {
            registry.dossier(EUCC, "draft 2026-01-05", i == 0 ? "submitted 2026-06-29" : "submitted 2026-01-15");
        }

        assertThat(told(registry).stages()).singleElement().satisfies(stage -> {
            assertThat(stage.median()).isEqualTo(10);
            assertThat(stage.ninetieth()).isEmpty();
        });
    }
}
