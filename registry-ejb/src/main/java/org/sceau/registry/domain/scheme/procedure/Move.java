package org.sceau.registry.domain.scheme.procedure;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A row of a procedure: a step, from where to where, by whom, and what it needs. Several rows may share a step as long as no stage and
 * kind of dossier finds two of them.
 *
 * @param step        kebab-case, such as {@code submit}
 * @param from        ids of stages; not empty
 * @param to          id of a stage
 * @param by          roles, one of which the actor has; not empty
 * @param kinds       kinds of dossiers the row is for; not empty
 * @param documents   types of documents that must be there
 * @param conclusions conclusions that must be there and favourable
 * @param guards      named demands
 * @param rules       codes of rules that must hold
 * @param decides     the kind of decision the move carries out: then no person takes it, an approved decision does
 * @param asksReason  whether who takes it must say why
 * @param source      clause that states it
 * @param verified    false when that source was not read
 */
public record Move(
        String step,
        Label label,
        Set<String> from,
        String to,
        Set<Role> by,
        Set<DossierKind> kinds,
        List<String> documents,
        List<String> conclusions,
        List<Demanded> guards,
        List<String> rules,
        Optional<DecisionKind> decides,
        boolean asksReason,
        String source,
        boolean verified) {

    /** A named demand, and when it is made: always, if {@code when} is absent. */
    public record Demanded(Guard guard, Optional<Condition> when) {}

    /** Refuses a row from nowhere, by nobody or for no dossier with {@link IllegalArgumentException}. */
    public Move {
        Kebab.check("step", step);
        Sourced.requireSource(source);
        from = Collections.unmodifiableSet(new TreeSet<>(from));
        by = Collections.unmodifiableSet(new TreeSet<>(by));
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
        documents = List.copyOf(documents);
        conclusions = List.copyOf(conclusions);
        guards = List.copyOf(guards);
        rules = List.copyOf(rules);
        if (from.isEmpty() || by.isEmpty() || kinds.isEmpty()) {
            throw new IllegalArgumentException(
                    "move " + step + ": from somewhere, by somebody, for some kind of dossier");
        }
    }

    /** Whether the row is for a dossier of this kind at this stage. */
    public boolean isFor(String stage, DossierKind kind) {
        return from.contains(stage) && kinds.contains(kind);
    }

    /** Whether the row makes this demand, always or sometimes. */
    public boolean demands(Guard guard) {
        return guards.stream().anyMatch(demanded -> demanded.guard() == guard);
    }

    /** Whether a dossier could find both rows under one step. */
    boolean overlaps(Move other) {
        return step.equals(other.step)
                && !Collections.disjoint(from, other.from)
                && !Collections.disjoint(kinds, other.kinds);
    }
}
