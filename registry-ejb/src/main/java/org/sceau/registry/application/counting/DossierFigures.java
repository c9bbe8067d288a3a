package org.sceau.registry.application.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;

/**
 * What may be told of dossiers, under the rule of {@link SmallCounts}: whatever is not here counts fewer than {@link #FEWEST}, none included.
 *
 * @param through   last legal day that is counted: the end of the last quarter that is over. Somebody who looks each day sees no single
 *                  dossier move
 * @param stages    by scheme in the order of the catalogue, then in the order of its procedure
 * @param decisions by kind, then year, ascending
 */
public record DossierFigures(LocalDate through, List<OfStage> stages, List<OfYear> decisions) {
    /** Dossiers of the smallest group that is told of. */
    public static final int FEWEST = SmallCounts.FEWEST;

    public DossierFigures {
        stages = List.copyOf(stages);
        decisions = List.copyOf(decisions);
    }

    /**
     * Days that dossiers spent at a stage they have left, over all versions of a scheme. Of a stage that was entered several times each dossier
     * counts once, with the sum.
     *
     * @param atLeast dossiers, as a multiple of {@link #FEWEST} that they are no fewer than
     * @param median  whole days, by the nearest rank
     * @param ninetieth the 90th percentile in whole days, by the nearest rank; absent where it would be one dossier's
     */
    public record OfStage(SchemeId scheme, String stage, long atLeast, int median, OptionalInt ninetieth) {}

    /**
     * Decisions of a kind that were made in a year: those that refuse a dossier, and the others where the visa they are about is listed.
     *
     * @param year of the approval by the second person, in the operator's zone
     */
    public record OfYear(DecisionKind kind, int year, long decisions) {}

    /**
     * Refusals for each thousand decisions that grant or refuse in a year, rounded; absent unless both counts are told.
     */
    public Optional<Integer> refusedPerThousand(int year) {
        long granted = made(DecisionKind.GRANT, year);
        long refused = made(DecisionKind.REFUSE, year);
        return granted == 0 || refused == 0
                ? Optional.empty()
                : Optional.of((int) Math.round(1000.0 * refused / (granted + refused)));
    }

    /** Decisions that are told; 0 where they are withheld. */
    public long made(DecisionKind kind, int year) {
        return decisions.stream()
                .filter(count -> count.kind() == kind && count.year() == year)
                .mapToLong(OfYear::decisions)
                .sum();
    }

    /** Years of which a decision is told, ascending. */
    public List<Integer> years() {
        return decisions.stream().map(OfYear::year).distinct().sorted().toList();
    }
}
