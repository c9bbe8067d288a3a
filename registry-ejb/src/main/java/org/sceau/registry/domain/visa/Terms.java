package org.sceau.registry.domain.visa;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;

/**
 * What a visa says of legal weight beside its status: for what, to whom, how far and until when. Decisions and new editions of a source
 * change it from a day on; what held before is kept ({@link FormerTerms}).
 *
 * @param holder    who holds the visa: the developer of a product, the provider of a service
 * @param sponsor   who asked for it, when printed apart from the holder
 * @param level     absent when the source printed none; "Sans objet" is a level of its own (invariant 67)
 * @param scopes    identifiers of the scheme's scopes that are granted
 * @param nationalSecurity granted by decision, apart from the level (invariant 66); absent where the family has no such flag
 * @param lastDay   last legal day, inclusive; absent for a visa without end date (invariant 65)
 * @param conditions conditions and reservations, in the order of their decisions
 */
public record Terms(
        Subject subject,
        Organisation holder,
        Optional<Organisation> sponsor,
        Optional<Claim> level,
        Set<String> scopes,
        Optional<Boolean> nationalSecurity,
        Optional<Agrement> agrement,
        Optional<LocalDate> lastDay,
        Optional<RecommendationOverride> recommendationOverride,
        List<Clause> conditions) {

    public Terms {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
        conditions = List.copyOf(conditions);
    }

    /** The same with these scopes, and no others. */
    public Terms granting(Set<String> newScopes) {
        return new Terms(
                subject,
                holder,
                sponsor,
                level,
                newScopes,
                nationalSecurity,
                agrement,
                lastDay,
                recommendationOverride,
                conditions);
    }

    /** The same with the flag of national security, or without it. */
    public Terms flagged(Optional<Boolean> flag) {
        return new Terms(
                subject, holder, sponsor, level, scopes, flag, agrement, lastDay, recommendationOverride, conditions);
    }

    /** The same at this level. */
    public Terms at(Optional<Claim> newLevel) {
        return new Terms(
                subject,
                holder,
                sponsor,
                newLevel,
                scopes,
                nationalSecurity,
                agrement,
                lastDay,
                recommendationOverride,
                conditions);
    }

    /** The same about a subject that was maintained or corrected. */
    public Terms about(Subject newSubject) {
        return new Terms(
                newSubject,
                holder,
                sponsor,
                level,
                scopes,
                nationalSecurity,
                agrement,
                lastDay,
                recommendationOverride,
                conditions);
    }

    /** The same until another day. */
    public Terms until(Optional<LocalDate> newLastDay) {
        return new Terms(
                subject,
                holder,
                sponsor,
                level,
                scopes,
                nationalSecurity,
                agrement,
                newLastDay,
                recommendationOverride,
                conditions);
    }

    /** The same under these conditions and reservations. */
    public Terms under(List<Clause> newConditions) {
        return new Terms(
                subject,
                holder,
                sponsor,
                level,
                scopes,
                nationalSecurity,
                agrement,
                lastDay,
                recommendationOverride,
                newConditions);
    }

    /** The same with a recommendation level set by hand, or left to the rule. */
    public Terms advised(Optional<RecommendationOverride> advice) {
        return new Terms(
                subject, holder, sponsor, level, scopes, nationalSecurity, agrement, lastDay, advice, conditions);
    }

    /** The same, where a level set by hand that was known already keeps its origin: a source that repeats its mark sets nothing anew. */
    Terms repeating(Terms known) {
        Optional<Recommendation> mark = recommendationOverride.map(RecommendationOverride::level);
        return mark.equals(known.recommendationOverride.map(RecommendationOverride::level))
                ? advised(known.recommendationOverride)
                : this;
    }
}
