package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** Whoever evaluates is competent at each move that relies on the evaluation, in every shipped scheme (invariants 1, 2, 5). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LaboratoryAskedTest {
    /** What leaves or gives a holder something; what takes away does not wait for a laboratory. */
    private static final Set<DecisionKind> GIVING = EnumSet.of(
            DecisionKind.GRANT,
            DecisionKind.RENEW,
            DecisionKind.CONFIRM,
            DecisionKind.PROLONG,
            DecisionKind.EXTEND_SCOPE,
            DecisionKind.REISSUE_SAME_SCOPE,
            DecisionKind.REISSUE_OTHER_SCOPE);

    static Stream<SchemeVersion> evaluated() {
        return Story.SCHEMES.all().stream()
                .filter(version -> version.conduct()
                        .filter(conduct -> !conduct.competences().isEmpty())
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("evaluated")
    void invariant_05_a_laboratory_is_asked_about_on_the_way_into_the_review_and_at_each_decision_that_gives(
            SchemeVersion version) {
        Conduct conduct = version.conduct().orElseThrow();
        Procedure procedure = conduct.procedure();
        for (DossierKind kind : procedure.kinds()) {
            boolean evaluates = rows(procedure, kind)
                    .anyMatch(move -> asks(move, Guard.LABORATORY_ASSIGNED, kind)
                            && phase(procedure, move.to()) == Phase.EVALUATION);
            if (!evaluates) {
                continue;
            }
            rows(procedure, kind)
                    .filter(move -> move.decides().filter(GIVING::contains).isPresent())
                    .forEach(move -> assertThat(asks(move, Guard.LABORATORY_COMPETENT, kind))
                            .as("%s: %s of %s", version.id(), move.step(), kind)
                            .isTrue());
            assertThat(rows(procedure, kind)
                            .filter(move -> phase(procedure, move.to()) == Phase.REVIEW
                                    || phase(procedure, move.to()) == Phase.DECISION)
                            .filter(move -> move.from().stream()
                                    .anyMatch(from -> phase(procedure, from).compareTo(Phase.REVIEW) < 0))
                            .anyMatch(move -> asks(move, Guard.LABORATORY_COMPETENT, kind)))
                    .as("%s: a review of %s", version.id(), kind)
                    .isTrue();
        }
    }

    private static Stream<Move> rows(Procedure procedure, DossierKind kind) {
        return procedure.moves().stream().filter(move -> move.kinds().contains(kind));
    }

    private static Phase phase(Procedure procedure, String stage) {
        return procedure.stage(stage).orElseThrow().phase();
    }

    private static boolean asks(Move move, Guard guard, DossierKind kind) {
        return move.guards().stream()
                .filter(demanded -> demanded.guard() == guard)
                .anyMatch(demanded -> demanded.when().isEmpty()
                        || demanded.when().get() instanceof Condition.DossierIs is
                                && is.oneOf().contains(kind.code()));
    }
}
