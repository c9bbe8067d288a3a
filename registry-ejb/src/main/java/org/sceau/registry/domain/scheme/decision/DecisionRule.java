package org.sceau.registry.domain.scheme.decision;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/**
 * One kind of decision under a scheme version.
 *
 * @param proposedBy roles that may propose it; not empty
 * @param otherwise  code of the refusal for anybody else who proposes it
 * @param approvedBy roles that may approve it, somebody else than who proposed; empty when the house itself carries it out by date
 * @param from       statuses of the visa it may be taken on; empty for decisions about a dossier alone
 * @param to         status the visa has then; absent when it keeps its own
 * @param reserved   when some of these roles alone may decide it, if ever
 * @param asks       what a proposal must say
 * @param ground     article or clause the decision cites
 * @param notifies   who is told
 * @param rules      codes of rules that must hold
 * @param remedy     how the decision is contested, told with it; absent where no text wants it told
 * @param source     where the row comes from
 * @param verified   false when that source was not read
 */
public record DecisionRule(
        DecisionKind kind,
        Set<Role> proposedBy,
        String otherwise,
        Set<Role> approvedBy,
        Optional<Reserved> reserved,
        Set<VisaStatus> from,
        Optional<VisaStatus> to,
        Set<Part> asks,
        Label ground,
        List<Addressee> notifies,
        List<String> rules,
        Optional<LegalRemedy> remedy,
        String source,
        boolean verified) {

    /** The code where a definition gives none of its own. */
    public static final String OTHERWISE = "role-missing";

    /** What a proposal may have to say besides kind and subject. */
    public enum Part {
        REASONS,
        /** What the holder is asked to do (EUCC Art. 30(2)). */
        ACTIONS,
        /** A last day. */
        PERIOD,
        SCOPES,
        LEVEL,
        CONDITIONS,
        VERSIONS,
        /** The recommendation level, or that the rule sets it again. */
        ADVICE
    }

    /** Refuses nobody to propose, a status without one to leave, and a reservation to others or about no visa, with {@link IllegalArgumentException}. */
    public DecisionRule {
        Sourced.requireSource(source);
        Kebab.check("refusal", otherwise);
        proposedBy = Collections.unmodifiableSet(new TreeSet<>(proposedBy));
        approvedBy = Collections.unmodifiableSet(new TreeSet<>(approvedBy));
        from = Collections.unmodifiableSet(new TreeSet<>(from));
        asks = Collections.unmodifiableSet(new TreeSet<>(asks));
        notifies = List.copyOf(notifies);
        rules = List.copyOf(rules);
        if (proposedBy.isEmpty() || approvedBy.isEmpty()) {
            throw new IllegalArgumentException("decision " + kind + ": one proposes, another approves");
        }
        if (reserved.isPresent() && (from.isEmpty() || !isDecidedBy(reserved.get(), proposedBy, approvedBy))) {
            throw new IllegalArgumentException(
                    "decision " + kind + ": what is decided about a visa is reserved to some of those who decide it");
        }
        if (kind == DecisionKind.ADVISE && !asks.containsAll(Set.of(Part.ADVICE, Part.REASONS))) {
            // Who set it, when and why is on record (invariant 61).
            throw new IllegalArgumentException("decision " + kind + ": asks for ADVICE and REASONS");
        }
        if (asks.contains(Part.CONDITIONS) && !kind.takesClauses()) {
            throw new IllegalArgumentException("decision " + kind + ": carries no conditions to ask for");
        }
        boolean onVisa = kind.effect() == DecisionKind.Effect.SAME_VISA || kind.isReissue();
        if (onVisa == from.isEmpty()) {
            throw new IllegalArgumentException(
                    "decision " + kind + ": statuses to decide on belong to decisions about a visa, and to no other");
        }
    }

    /** Whoever only approves may have no other part in it: then nobody else of them ever has one. */
    private static boolean isDecidedBy(Reserved some, Set<Role> proposedBy, Set<Role> approvedBy) {
        return some.approvalOnly() || (proposedBy.containsAll(some.to()) && approvedBy.containsAll(some.to()));
    }

    /**
     * The row as it stands for one visa: for those alone it is reserved to, or for all it names and reserved to nobody.
     *
     * @param grant the dossier that granted the visa; empty for a visa that came otherwise
     */
    public DecisionRule forVisa(Optional<Situation> grant) {
        Optional<Reserved> holding =
                reserved.filter(some -> grant.filter(some.when()::holds).isPresent());
        Optional<Reserved> alone = holding.filter(some -> !some.approvalOnly());
        return new DecisionRule(
                kind,
                alone.map(Reserved::to).orElse(proposedBy),
                alone.map(Reserved::otherwise).orElse(otherwise),
                holding.map(Reserved::to).orElse(approvedBy),
                holding,
                from,
                to,
                asks,
                ground,
                notifies,
                rules,
                remedy,
                source,
                verified);
    }

    /** Code of the refusal for anybody else who approves or rejects it. */
    public String approvalOtherwise() {
        return reserved.map(Reserved::otherwise).orElse(OTHERWISE);
    }
}
