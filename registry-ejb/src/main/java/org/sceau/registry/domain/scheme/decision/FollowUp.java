package org.sceau.registry.domain.scheme.decision;

import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * What may be asked for once a visa exists: maintenance, surveillance, re-assessment, re-evaluation, renewal, extension.
 *
 * @param kind       of the dossier it opens; never the first application
 * @param openedBy   who may open it: the applicant, the authority that has a reason of its own, or both
 * @param decisions  what may come of it; not empty
 * @param laboratory who evaluates
 * @param opens      how long before the end of validity it may be asked for at the earliest; any time, if absent
 * @param every      how long after the grant, or after the last one that ended well, the next one is due at the latest; never, if absent
 * @param apart      how far from the last one it may be opened at the earliest; at any time, if absent
 * @param document   type of the document that says what changed; absent when none is asked
 * @param notice     what the public is told beside the result, such as that maintenance says nothing of new attacks
 * @param source     clause that knows it
 * @param verified   false when that source was not read
 */
public record FollowUp(
        DossierKind kind,
        Set<Role> openedBy,
        Set<DecisionKind> decisions,
        LaboratoryChoice laboratory,
        Optional<Period> opens,
        Optional<Period> every,
        Optional<Apart> apart,
        Optional<String> document,
        Optional<Label> notice,
        String source,
        boolean verified) {

    /** @param unless where this holds of what is declared at the opening, another one may come sooner */
    public record Apart(Period length, Optional<Condition> unless) {}

    /** Who evaluates in a follow-up. */
    public enum LaboratoryChoice {
        NONE("aucun centre d'évaluation", "no laboratory"),
        /** That of the evaluation before (EUCC Annex IV.2(2)). */
        SAME("le même centre d'évaluation", "the same laboratory"),
        ANY("tout centre d'évaluation compétent", "any competent laboratory");

        private final Label label;

        LaboratoryChoice(String fr, String en) {
            label = new Label(fr, en);
        }

        public Label label() {
            return label;
        }
    }

    /** Who may open one at all. */
    private static final Set<Role> OPENERS = Set.of(Role.SPONSOR, Role.CERTIFIER);

    /**
     * Refuses the first application, a follow-up that nothing can come of, and one that nobody or somebody else opens, with {@link
     * IllegalArgumentException}.
     */
    public FollowUp {
        Sourced.requireSource(source);
        openedBy = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(openedBy));
        if (openedBy.isEmpty() || !OPENERS.containsAll(openedBy)) {
            throw new IllegalArgumentException("a follow-up is opened by SPONSOR, CERTIFIER, or either");
        }
        decisions = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(decisions));
        if (!kind.isFollowUp() || decisions.isEmpty()) {
            throw new IllegalArgumentException("a follow-up is about a visa, and something comes of it");
        }
    }

    /** Whether it may leave the visa and change it; otherwise only a new visa can come of it, or none. */
    public boolean mayChangeVisa() {
        return mayLeadTo(DecisionKind.Effect.SAME_VISA);
    }

    /** Whether a new visa may come of it. */
    public boolean mayMakeVisa() {
        return mayLeadTo(DecisionKind.Effect.NEW_VISA);
    }

    private boolean mayLeadTo(DecisionKind.Effect effect) {
        return decisions.stream().anyMatch(decision -> decision.effect() == effect);
    }
}
