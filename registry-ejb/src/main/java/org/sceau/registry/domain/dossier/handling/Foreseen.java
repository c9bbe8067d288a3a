package org.sceau.registry.domain.dossier.handling;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.rule.Rule;

/**
 * Names what a later step will refuse for what is declared today: an applicant learns at once what would otherwise come out months later,
 * one refusal after the other. Asks only what hangs on declarations, never what others still have to do.
 */
public final class Foreseen {
    /** Guards that look at what the applicant named: visas, people, subcontractors. */
    private static final Set<Guard> ABOUT_DECLARATIONS = EnumSet.of(
            Guard.BASES_IN_FORCE,
            Guard.ATTESTATIONS_IN_FORCE,
            Guard.TRAINEES_OBSERVE,
            Guard.SUBCONTRACTORS_QUALIFIED,
            Guard.SUBCONTRACTS_AGREED);

    private final Handling handling;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    Foreseen(Handling handling) {
        this.handling = handling;
    }

    /** Each finding once, with the first step of the procedure that it stands in the way of. */
    public static List<Finding> of(Handling handling) {
        Foreseen foreseen = new Foreseen(handling);
        foreseen.ahead().forEach(foreseen::look);
        return new ArrayList<>(foreseen.findings.values());
    }

    /** The rows that lead on for a dossier of this kind; what only ends it asks for nothing beforehand. */
    private Stream<Move> ahead() {
        return handling.conduct().procedure().moves().stream()
                .filter(move ->
                        move.kinds().contains(handling.dossier().opening().kind()))
                .filter(move -> handling.conduct()
                        .procedure()
                        .stage(move.to())
                        .map(Stage::phase)
                        .filter(phase -> phase != Phase.REFUSED && phase != Phase.CLOSED)
                        .isPresent());
    }

    private void look(Move move) {
        Stream<String> decided = move.decides().stream()
                .filter(kind -> kind.effect() != DecisionKind.Effect.NONE)
                .flatMap(kind -> handling.conduct().decision(kind).stream())
                .flatMap(row -> row.rules().stream());
        Stream.concat(move.rules().stream(), decided)
                .flatMap(code -> handling.conduct().procedure().rule(code).stream())
                .filter(this::isForeseeable)
                .filter(rule -> rule.isBrokenIn(handling.situation()))
                .forEach(rule -> find(Moves.brokenRule(rule), rule.source(), move));
        Stream<Move.Demanded> concluded = move.conclusions().stream()
                .flatMap(id -> handling.conduct().procedure().conclusion(id).stream())
                .map(ConclusionType::needs)
                .flatMap(List::stream);
        List<Move.Demanded> demands = Stream.concat(move.guards().stream(), concluded)
                .filter(demanded -> ABOUT_DECLARATIONS.contains(demanded.guard()))
                .toList();
        Guards.refusal(demands, handling, move.to()).ifPresent(refusal -> find(refusal, move.source(), move));
    }

    /** Whether the rule looks at declarations alone, and all of those that it needs are there. */
    boolean isForeseeable(Rule rule) {
        return Stream.concat(rule.when().stream(), Stream.of(rule.requires()))
                .map(Condition::declaredFacts)
                .allMatch(read -> read.filter(this::isSaid).isPresent());
    }

    private boolean isSaid(Set<String> facts) {
        Set<String> said = handling.dossier().application().facts().keySet();
        return facts.stream()
                .allMatch(id -> said.contains(id)
                        || handling.conduct()
                                .procedure()
                                .fact(id)
                                .filter(type -> type.required() || type.by() != Role.SPONSOR)
                                .isEmpty());
    }

    private void find(Refusal refusal, String source, Move move) {
        findings.putIfAbsent(
                refusal.code(),
                new Finding(refusal.code(), refusal.details(), source, Optional.of(move.step()), refusal.words()));
    }
}
