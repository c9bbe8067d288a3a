package org.sceau.registry.domain.visa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/**
 * All that a visa says, independent of when and how we learned it. Two equal values say the same.
 *
 * @param scheme         the version whose rules apply
 * @param family         catalogue family, which is also the family of its trust list
 * @param holder         who holds the visa: the developer of a product, the provider of a service
 * @param sponsor        who asked for it, when printed apart from the holder
 * @param laboratories   as printed; none, one or several
 * @param level          absent when the source printed none; "Sans objet" is a level of its own (invariant 67)
 * @param scopes         identifiers of the scheme's scopes that are granted
 * @param category       product type or family
 * @param nationalSecurity granted by decision, apart from the level (invariant 66); absent where the family has no such flag
 * @param statuses       decided statuses, ascending by day, at least one, the first on the first day of validity
 * @param listed         whether the holder consented to be listed (invariant 62)
 * @param conditions     conditions and reservations, in the order of their decisions
 * @param relations      visas of this registry it rests on or took the place of
 * @param flags          stable codes of what is unusual about the entry, such as {@code validity-beyond-scheme}
 */
public record VisaFacts(
        SchemeVersionId scheme,
        FamilyId family,
        Reference reference,
        Subject subject,
        Organisation holder,
        Optional<Organisation> sponsor,
        List<String> laboratories,
        Optional<Claim> level,
        Set<String> scopes,
        Optional<Claim> category,
        Optional<Boolean> nationalSecurity,
        Optional<Agrement> agrement,
        Validity validity,
        List<StatusChange> statuses,
        Optional<RecommendationOverride> recommendationOverride,
        boolean listed,
        List<Clause> conditions,
        List<VisaDocument> documents,
        List<Identifier> identifiers,
        Optional<String> region,
        Set<Relation> relations,
        Set<String> flags) {

    public VisaFacts {
        laboratories = List.copyOf(laboratories);
        scopes = java.util.Collections.unmodifiableSet(new TreeSet<>(scopes));
        statuses = List.copyOf(statuses);
        conditions = List.copyOf(conditions);
        documents = List.copyOf(documents);
        identifiers = List.copyOf(identifiers);
        relations = java.util.Collections.unmodifiableSet(new TreeSet<>(relations));
        flags = java.util.Collections.unmodifiableSet(new TreeSet<>(flags));
        if (statuses.isEmpty() || statuses.get(0).since().isBefore(validity.firstDay())) {
            throw new IllegalArgumentException("a visa has a first status, on or after its first day");
        }
        if (statuses.get(statuses.size() - 1).status() == VisaStatus.EXPIRED) {
            throw new IllegalArgumentException("a visa ends by its last day, and by no status");
        }
        if (!statuses.stream()
                .sorted(Comparator.comparing(StatusChange::since))
                .toList()
                .equals(statuses)) {
            throw new IllegalArgumentException("statuses ascend by day");
        }
    }

    /** Facts that stand alone, as sources print them. */
    public VisaFacts(
            SchemeVersionId scheme,
            FamilyId family,
            Reference reference,
            Subject subject,
            Organisation holder,
            Optional<Organisation> sponsor,
            List<String> laboratories,
            Optional<Claim> level,
            Set<String> scopes,
            Optional<Claim> category,
            Optional<Boolean> nationalSecurity,
            Optional<Agrement> agrement,
            Validity validity,
            List<StatusChange> statuses,
            Optional<RecommendationOverride> recommendationOverride,
            boolean listed,
            List<Clause> conditions,
            List<VisaDocument> documents,
            List<Identifier> identifiers,
            Optional<String> region,
            Set<String> flags) {
        this(
                scheme,
                family,
                reference,
                subject,
                holder,
                sponsor,
                laboratories,
                level,
                scopes,
                category,
                nationalSecurity,
                agrement,
                validity,
                statuses,
                recommendationOverride,
                listed,
                conditions,
                documents,
                identifiers,
                region,
                Set.of(),
                flags);
    }

    /**
     * Its status on a legal day.
     *
     * @param atEnd what the scheme makes of a visa whose last day is past: {@code EXPIRED} or {@code ARCHIVED}
     */
    public StatusOnDay statusOn(LocalDate day, VisaStatus atEnd) {
        StatusChange decided = null;
        for (StatusChange change : statuses) {
            if (!change.since().isAfter(day)) {
                decided = change;
            }
        }
        if (decided == null) {
            return new StatusOnDay(
                    VisaStatus.NOT_YET_IN_FORCE, validity.firstDay(), Optional.empty(), Optional.empty(), false);
        }
        boolean canEnd = decided.status() == VisaStatus.IN_FORCE || decided.status() == VisaStatus.SUSPENDED;
        if (canEnd && validity.isOverOn(day)) {
            LocalDate ended = validity.lastDay().orElseThrow().plusDays(1);
            return new StatusOnDay(atEnd, ended, Optional.empty(), Optional.empty(), false);
        }
        Optional<LocalDate> until = decided.status() == VisaStatus.IN_FORCE ? validity.lastDay() : decided.until();
        boolean overdue = decided.status() == VisaStatus.SUSPENDED
                && decided.until().filter(day::isAfter).isPresent();
        return new StatusOnDay(decided.status(), decided.since(), until, decided.reason(), overdue);
    }

    /**
     * The advice on a legal day (invariant 61): the level set by hand, else the default rule; absent without a last day, and where the
     * scheme gives no such advice.
     */
    public Optional<Recommendation> recommendationOn(LocalDate day, Schemes schemes) {
        if (schemes.version(scheme)
                .filter(SchemeVersion::hasRecommendationLevel)
                .isEmpty()) {
            return Optional.empty();
        }
        return recommendationOverride
                .map(RecommendationOverride::level)
                .or(() -> validity.lastDay().map(last -> Recommendation.byRule(last, day)));
    }

    /**
     * These facts with the history that was already known: what once held is never forgotten because a source no longer tells it (invariant 53).
     * Where the last word of that history is another than theirs, theirs holds from {@code day}. An end by date that has come stays
     * where they prolong the visa, and a first day that has come where they move it to a later one.
     *
     * @param former the facts recorded before
     * @param day    legal day on which the new facts became known
     * @param atEnd  what the scheme makes of a visa whose last day is past
     */
    public VisaFacts continuing(VisaFacts former, LocalDate day, VisaStatus atEnd) {
        boolean keepsFirst = beginsAfter(former, day);
        LocalDate first = keepsFirst ? former.validity.firstDay() : validity.firstDay();
        TreeMap<LocalDate, StatusChange> history = new TreeMap<>();
        for (StatusChange change : former.statuses) {
            if (!change.since().isBefore(first)) {
                history.put(change.since(), change);
            }
        }
        StatusOnDay before = former.statusOn(day, atEnd);
        former.validity
                .lastDay()
                .map(last -> last.plusDays(1))
                .filter(end -> before.status() == atEnd && before.since().equals(end) && !validity.isOverOn(end))
                .ifPresent(end -> history.put(end, new StatusChange(atEnd, end, Optional.empty(), Optional.empty())));
        statuses.stream()
                .filter(change -> !keepsFirst || !change.equals(StatusChange.inForce(validity.firstDay())))
                .forEach(change -> history.put(change.since(), change));
        StatusChange told = statuses.get(statuses.size() - 1);
        if (history.lastEntry().getValue().status() != told.status()) {
            LocalDate since = day.isAfter(history.lastKey()) ? day : history.lastKey();
            Optional<LocalDate> until = told.until().filter(last -> !last.isBefore(since));
            history.put(since, new StatusChange(told.status(), since, until, told.reason()));
        }
        return lasting(new Validity(first, validity.lastDay())).with(List.copyOf(history.values()), listed);
    }

    /** Whether these facts move a first day to a later one although it had come: people were told that the visa is in force. */
    public boolean beginsAfter(VisaFacts former, LocalDate day) {
        LocalDate told = former.validity.firstDay();
        return told.isBefore(validity.firstDay()) && !told.isAfter(day);
    }

    /** The same facts with a status that was decided. History only grows. */
    public VisaFacts deciding(StatusChange change) {
        List<StatusChange> more = new ArrayList<>(statuses);
        more.add(change);
        return with(more, listed);
    }

    /** The same facts with these scopes, and no others. */
    public VisaFacts granting(Set<String> newScopes) {
        return with(subject, level, newScopes, validity, statuses, listed, conditions);
    }

    /** The same facts with this level. */
    public VisaFacts granting(Optional<Claim> newLevel) {
        return with(subject, newLevel, scopes, validity, statuses, listed, conditions);
    }

    /** The same facts about a subject that was maintained or corrected. */
    public VisaFacts about(Subject newSubject) {
        return with(newSubject, level, scopes, validity, statuses, listed, conditions);
    }

    /** The same facts with another end. */
    public VisaFacts lasting(Validity newValidity) {
        return with(subject, level, scopes, newValidity, statuses, listed, conditions);
    }

    /** The same facts under these conditions and reservations. */
    public VisaFacts under(List<Clause> newConditions) {
        return with(subject, level, scopes, validity, statuses, listed, newConditions);
    }

    /** The same facts, in the public catalogue. */
    public VisaFacts listedPublicly() {
        return with(statuses, true);
    }

    /** The same facts with what was written wrongly put right. */
    public VisaFacts correcting(Subject right, Optional<Claim> rightCategory, Optional<String> rightRegion) {
        return described(right, rightCategory, rightRegion, recommendationOverride);
    }

    /** The same facts with a recommendation level set by hand, or left to the rule. */
    public VisaFacts advised(Optional<RecommendationOverride> advice) {
        return described(subject, category, region, advice);
    }

    private VisaFacts described(
            Subject newSubject,
            Optional<Claim> newCategory,
            Optional<String> newRegion,
            Optional<RecommendationOverride> newAdvice) {
        return new VisaFacts(
                scheme,
                family,
                reference,
                newSubject,
                holder,
                sponsor,
                laboratories,
                level,
                scopes,
                newCategory,
                nationalSecurity,
                agrement,
                validity,
                statuses,
                newAdvice,
                listed,
                conditions,
                documents,
                identifiers,
                newRegion,
                relations,
                flags);
    }

    private VisaFacts with(List<StatusChange> newStatuses, boolean newListed) {
        return with(subject, level, scopes, validity, newStatuses, newListed, conditions);
    }

    private VisaFacts with(
            Subject newSubject,
            Optional<Claim> newLevel,
            Set<String> newScopes,
            Validity newValidity,
            List<StatusChange> newStatuses,
            boolean newListed,
            List<Clause> newConditions) {
        return new VisaFacts(
                scheme,
                family,
                reference,
                newSubject,
                holder,
                sponsor,
                laboratories,
                newLevel,
                newScopes,
                category,
                nationalSecurity,
                agrement,
                newValidity,
                newStatuses,
                recommendationOverride,
                newListed,
                newConditions,
                documents,
                identifiers,
                region,
                relations,
                flags);
    }
}
