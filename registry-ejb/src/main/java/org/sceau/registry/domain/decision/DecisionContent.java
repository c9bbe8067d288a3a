package org.sceau.registry.domain.decision;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.remedy.RemedyId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.VisaId;

/**
 * All that a proposal says. Approvals are bound to a digest of it.
 *
 * @param dossier   the dossier it ends; absent for a decision about a visa alone
 * @param dossierVersion version of that dossier it was based on; 0 without one
 * @param visa      the visa it is about; absent for a grant that replaces none
 * @param visaVersion version of that visa it was based on; 0 without one
 * @param effective legal day from which it holds; of a suspension the day of the decision, whose first day is the next one
 * @param lastDay   last day of the validity granted, or of the suspension
 * @param reasons   published ground, at most 500 characters
 * @param actions   what the holder is asked to do, at most 4000 characters
 * @param scopes    scopes the visa has then, for decisions that change them
 * @param level     level the visa has then, for decisions that change it
 * @param versions  version a maintenance adds
 * @param nationalSecurity whether the flag is granted, apart from the level (invariant 66); absent where it is not
 * @param clauses   conditions and reservations
 * @param correction what a correction puts right; absent for every other kind
 * @param advice    what becomes of the recommendation level; absent for every other kind than advice
 * @param agrement  the approval for marked information that is granted beside it; absent for none
 * @param reasonCodes categories of its reasons, as the scheme knows them; at most 20
 * @param remedy    the remedy whose failure is the ground of a suspension or a withdrawal (EUCC Art. 28-29)
 */
public record DecisionContent(
        DecisionKind kind,
        Optional<DossierId> dossier,
        long dossierVersion,
        Optional<VisaId> visa,
        long visaVersion,
        LocalDate effective,
        Optional<LocalDate> lastDay,
        Optional<String> reasons,
        Optional<String> actions,
        Set<String> scopes,
        Optional<String> level,
        Optional<String> versions,
        Optional<Boolean> nationalSecurity,
        List<Clause> clauses,
        Optional<Correction> correction,
        Optional<Advice> advice,
        Optional<Agrement> agrement,
        Optional<RemedyId> remedy,
        Set<String> reasonCodes) {
    /** Conditions and reservations a decision may have. */
    public static final int MAX_CLAUSES = 30;

    private static final int MAX_REASONS = 20;

    /** Refuses a decision about nothing and texts beyond the bounds with {@link IllegalArgumentException}. */
    public DecisionContent {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
        clauses = List.copyOf(clauses);
        reasonCodes = Collections.unmodifiableSet(new TreeSet<>(reasonCodes));
        if (correction.isPresent() && kind != DecisionKind.CORRECT) {
            throw new IllegalArgumentException("only a correction corrects");
        }
        if (advice.isPresent() && kind != DecisionKind.ADVISE) {
            throw new IllegalArgumentException("only advice sets a recommendation level");
        }
        if (agrement.isPresent() && kind.effect() != DecisionKind.Effect.NEW_VISA) {
            throw new IllegalArgumentException("an approval for marked information comes with what is granted");
        }
        if (remedy.isPresent() && kind != DecisionKind.SUSPEND && kind != DecisionKind.WITHDRAW) {
            throw new IllegalArgumentException("a remedy is the ground of a suspension or a withdrawal");
        }
        if (dossier.isEmpty() && visa.isEmpty()) {
            throw new IllegalArgumentException("a decision is about a dossier or a visa");
        }
        if (reasons.filter(text -> text.isBlank() || text.length() > 500).isPresent()
                || actions.filter(text -> text.isBlank() || text.length() > 4_000)
                        .isPresent()
                || versions.filter(text -> text.isBlank() || text.length() > 100)
                        .isPresent()
                || clauses.size() > MAX_CLAUSES
                || reasonCodes.size() > MAX_REASONS) {
            throw new IllegalArgumentException("reasons, actions, versions and clauses have bounds");
        }
    }

    /** A decision that corrects nothing and advises nothing. */
    public DecisionContent(
            DecisionKind kind,
            Optional<DossierId> dossier,
            long dossierVersion,
            Optional<VisaId> visa,
            long visaVersion,
            LocalDate effective,
            Optional<LocalDate> lastDay,
            Optional<String> reasons,
            Optional<String> actions,
            Set<String> scopes,
            Optional<String> level,
            Optional<String> versions,
            Optional<Boolean> nationalSecurity,
            List<Clause> clauses) {
        this(
                kind,
                dossier,
                dossierVersion,
                visa,
                visaVersion,
                effective,
                lastDay,
                reasons,
                actions,
                scopes,
                level,
                versions,
                nationalSecurity,
                clauses,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** The same decision for reasons of these categories. */
    public DecisionContent because(Set<String> codes) {
        return with(correction, advice, agrement, remedy, codes);
    }

    /** The same decision with what becomes of the recommendation level. */
    public DecisionContent advising(Advice given) {
        return with(correction, Optional.of(given), agrement, remedy, reasonCodes);
    }

    /** The same decision, which corrects. */
    public DecisionContent correcting(Correction right) {
        return with(Optional.of(right), advice, agrement, remedy, reasonCodes);
    }

    /** The same decision, which also approves the product for marked information. */
    public DecisionContent approving(Agrement granted) {
        return with(correction, advice, Optional.of(granted), remedy, reasonCodes);
    }

    /** The same decision on the ground of a remedy. */
    public DecisionContent on(RemedyId ground) {
        return with(correction, advice, agrement, Optional.of(ground), reasonCodes);
    }

    private DecisionContent with(
            Optional<Correction> newCorrection,
            Optional<Advice> newAdvice,
            Optional<Agrement> newAgrement,
            Optional<RemedyId> newRemedy,
            Set<String> codes) {
        return new DecisionContent(
                kind,
                dossier,
                dossierVersion,
                visa,
                visaVersion,
                effective,
                lastDay,
                reasons,
                actions,
                scopes,
                level,
                versions,
                nationalSecurity,
                clauses,
                newCorrection,
                newAdvice,
                newAgrement,
                newRemedy,
                codes);
    }

    /** Whether a part that the scheme asks for is there. */
    public boolean says(DecisionRule.Part part) {
        return switch (part) {
            case REASONS -> reasons.isPresent();
            case ACTIONS -> actions.isPresent();
            case PERIOD -> lastDay.isPresent();
            case SCOPES -> !scopes.isEmpty();
            case LEVEL -> level.isPresent();
            case CONDITIONS -> !clauses.isEmpty();
            case VERSIONS -> versions.isPresent();
            case ADVICE -> advice.isPresent();
        };
    }
}
