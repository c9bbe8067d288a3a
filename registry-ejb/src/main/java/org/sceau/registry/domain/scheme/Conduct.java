package org.sceau.registry.domain.scheme;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.decision.NumberSeries;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.decision.Reason;
import org.sceau.registry.domain.scheme.decision.RetentionRule;
import org.sceau.registry.domain.scheme.decision.SuspensionRule;
import org.sceau.registry.domain.scheme.decision.VulnerabilityRule;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.duty.EvaluatorVisa;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.scheme.surveillance.Surveillance;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/**
 * How matters are conducted under a scheme version: from the application to the end of what was granted.
 *
 * @param procedure    stages, moves and what they need
 * @param levelRules   levels that follow from what is declared; empty where the applicant chooses
 * @param separations  who may not do what beside what
 * @param competences  what a laboratory needs; empty where none evaluates
 * @param evaluatorVisas visas that whoever evaluates must hold; empty where none is asked for
 * @param decisions    the kinds of decisions, one row each
 * @param reasons      categories of reasons; empty where decisions have words alone
 * @param suspension   limits of a suspension; absent where the scheme knows none
 * @param vulnerabilities what follows from a vulnerability; absent where the scheme has no such rule
 * @param followUps    what may be asked for once a visa exists
 * @param numbers      how a new reference is made
 * @param retention    how long everything is kept
 * @param publication  what is published besides the public entry
 * @param succession   what comes after this version; absent for the newest
 * @param surveillance where complaints go, remedies, the yearly sample
 */
public record Conduct(
        Procedure procedure,
        List<LevelRule> levelRules,
        List<Separation> separations,
        List<Competence> competences,
        List<EvaluatorVisa> evaluatorVisas,
        List<DecisionRule> decisions,
        List<Reason> reasons,
        Optional<SuspensionRule> suspension,
        Optional<VulnerabilityRule> vulnerabilities,
        List<FollowUp> followUps,
        NumberSeries numbers,
        RetentionRule retention,
        PublicationRule publication,
        Optional<Succession> succession,
        Surveillance surveillance) {

    public Conduct {
        levelRules = List.copyOf(levelRules);
        separations = List.copyOf(separations);
        competences = List.copyOf(competences);
        evaluatorVisas = List.copyOf(evaluatorVisas);
        decisions = List.copyOf(decisions);
        reasons = List.copyOf(reasons);
        followUps = List.copyOf(followUps);
    }

    /** The row of a kind of decision; empty when the scheme does not know it. */
    public Optional<DecisionRule> decision(DecisionKind kind) {
        return decisions.stream().filter(rule -> rule.kind() == kind).findFirst();
    }

    /** The categories of reasons that a kind of decision may have; empty where it needs none. */
    public List<Reason> reasonsOf(DecisionKind kind) {
        return reasons.stream().filter(reason -> reason.of().contains(kind)).toList();
    }

    /** What the scheme says of this kind of follow-up; empty when it does not know it. */
    public Optional<FollowUp> followUp(DossierKind kind) {
        return followUps.stream().filter(row -> row.kind() == kind).findFirst();
    }

    /** The level that follows from what is declared; empty where none does. */
    public Optional<String> levelIn(Situation situation) {
        return levelRules.stream()
                .filter(rule -> rule.when().holds(situation))
                .map(LevelRule::level)
                .findFirst();
    }
}
