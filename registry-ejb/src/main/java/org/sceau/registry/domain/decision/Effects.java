package org.sceau.registry.domain.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Terms;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * What a decision makes of the visa it is about. History only grows, what held before its day is kept, and the end of validity moves by
 * prolongation alone.
 */
public final class Effects {
    private Effects() {}

    /**
     * The facts after the decision.
     *
     * @param by        account name of who approved it
     * @param decidedOn day on which that was: a suspension starts on the next one (EUCC Art. 30(1))
     */
    public static VisaFacts on(
            VisaFacts visa,
            SchemeVersion scheme,
            DecisionRule rule,
            DecisionContent content,
            String by,
            LocalDate decidedOn) {
        VisaFacts decided = rule.to()
                .map(status -> visa.deciding(change(status, rule.kind(), content, decidedOn)))
                .orElse(visa);
        return content.correction()
                .map(correction -> corrected(decided, scheme, correction))
                .orElseGet(() -> decided.saying(terms(visa.terms(), scheme, content, by), content.effective()));
    }

    /** What the visa says from the effective day on. */
    private static Terms terms(Terms now, SchemeVersion scheme, DecisionContent content, String by) {
        Terms said = content.kind().takesClauses() ? now.under(clauses(now, content)) : now;
        return switch (content.kind()) {
            case REDUCE_SCOPE ->
                now.granting(content.scopes())
                        .flagged(Changes.losesFlag(content, now) ? Optional.of(false) : now.nationalSecurity());
            case EXTEND_SCOPE ->
                said.granting(content.scopes())
                        .at(level(scheme, content).or(now::level))
                        .flagged(Changes.getsFlag(content, now) ? Optional.of(true) : now.nationalSecurity());
            case DEGRADE_LEVEL -> now.at(level(scheme, content));
            case MAINTAIN ->
                said.about(now.subject().maintainedAs(content.versions().orElseThrow()));
            case PROLONG -> said.until(content.lastDay());
            case ADVISE -> now.advised(advised(content, by));
            default -> said;
        };
    }

    private static Optional<Claim> level(SchemeVersion scheme, DecisionContent content) {
        return content.level().flatMap(scheme::level).map(Effects::claim);
    }

    private static Optional<RecommendationOverride> advised(DecisionContent content, String by) {
        return content.advice()
                .flatMap(Advice::level)
                .map(level -> new RecommendationOverride(
                        level, by, content.effective(), content.reasons().orElseThrow()));
    }

    /** The facts with what was written wrongly put right, and listed as their supplier consents. */
    static VisaFacts corrected(VisaFacts visa, SchemeVersion scheme, Correction correction) {
        Subject subject = visa.subject();
        VisaFacts right = visa.correcting(
                subject.saying(
                        correction.name().orElse(subject.name()),
                        correction.versions().or(subject::versions)),
                correction
                        .category()
                        .flatMap(id -> scheme.categories().stream()
                                .filter(category -> category.id().equals(id))
                                .findFirst())
                        .map(category ->
                                Claim.known(category.id(), category.label().fr()))
                        .or(visa::category),
                correction.region().or(visa::region));
        return correction.listed().map(right::listedPublicly).orElse(right);
    }

    /** The level as a visa bears it. */
    public static Claim claim(Level level) {
        return new Claim(Optional.of(level.id()), level.label().fr());
    }

    private static StatusChange change(
            VisaStatus status, DecisionKind kind, DecisionContent content, LocalDate decidedOn) {
        boolean suspends = kind == DecisionKind.SUSPEND || kind == DecisionKind.EXTEND_SUSPENSION;
        LocalDate since = suspends ? decidedOn.plusDays(1) : content.effective();
        return new StatusChange(
                status,
                since,
                suspends ? content.lastDay() : Optional.empty(),
                content.reasons(),
                content.reasonCodes());
    }

    private static List<Clause> clauses(Terms now, DecisionContent content) {
        List<Clause> all = new ArrayList<>(now.conditions());
        all.addAll(content.clauses());
        return all;
    }
}
