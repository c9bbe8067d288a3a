package org.sceau.registry.domain.visa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
 * All that a visa says, independent of when and how we learned it. Two equal values say the same. Statuses and terms have a legal day each;
 * the rest describes the visa on all of its days.
 *
 * @param scheme         the version whose rules apply
 * @param family         catalogue family, which is also the family of its trust list
 * @param firstDay       first legal day, inclusive
 * @param terms          what it says since the last of its turns
 * @param former         what it said before, ascending by day, each on its first day or later
 * @param statuses       decided statuses, ascending by day, at least one, the first on the first day of validity
 * @param listed         whether the holder consented to be listed (invariant 62)
 * @param laboratories   as printed; none, one or several
 * @param category       product type or family
 * @param department     of the holder, where it was declared (ISO 3166-2)
 * @param relations      visas of this registry it rests on or took the place of
 * @param acts           those whose reports have numbers of their own, in their order
 * @param flags          stable codes of what is unusual about the entry, such as {@code validity-beyond-scheme}
 */
public record VisaFacts(
        SchemeVersionId scheme,
        FamilyId family,
        Reference reference,
        LocalDate firstDay,
        Terms terms,
        List<FormerTerms> former,
        List<StatusChange> statuses,
        boolean listed,
        List<String> laboratories,
        Optional<Claim> category,
        List<VisaDocument> documents,
        List<Identifier> identifiers,
        Optional<String> region,
        Optional<String> department,
        Set<Relation> relations,
        List<NumberedAct> acts,
        Set<String> flags) {

    public VisaFacts {
        former = List.copyOf(former);
        statuses = List.copyOf(statuses);
        laboratories = List.copyOf(laboratories);
        documents = List.copyOf(documents);
        identifiers = List.copyOf(identifiers);
        relations = Collections.unmodifiableSet(new TreeSet<>(relations));
        acts = List.copyOf(acts);
        flags = Collections.unmodifiableSet(new TreeSet<>(flags));
        requireDays(new Validity(firstDay, terms.lastDay()), former);
        requireStatuses(firstDay, statuses);
    }

    private static void requireDays(Validity now, List<FormerTerms> former) {
        LocalDate before = now.firstDay().minusDays(1);
        for (FormerTerms past : former) {
            if (!past.until().isAfter(before)) {
                throw new IllegalArgumentException("former terms ascend by day, from the first day on");
            }
            before = past.until();
            new Validity(now.firstDay(), past.terms().lastDay());
        }
    }

    private static void requireStatuses(LocalDate firstDay, List<StatusChange> statuses) {
        if (statuses.isEmpty() || statuses.get(0).since().isBefore(firstDay)) {
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

    /** Facts of a visa on which no act was numbered, of a holder whose department nobody declared. */
    public VisaFacts(
            SchemeVersionId scheme,
            FamilyId family,
            Reference reference,
            LocalDate firstDay,
            Terms terms,
            List<FormerTerms> former,
            List<StatusChange> statuses,
            boolean listed,
            List<String> laboratories,
            Optional<Claim> category,
            List<VisaDocument> documents,
            List<Identifier> identifiers,
            Optional<String> region,
            Set<Relation> relations,
            Set<String> flags) {
        this(
                scheme,
                family,
                reference,
                firstDay,
                terms,
                former,
                statuses,
                listed,
                laboratories,
                category,
                documents,
                identifiers,
                region,
                Optional.empty(),
                relations,
                List.of(),
                flags);
    }

    /** Facts that stand alone and were never otherwise, as sources print them. */
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
                validity.firstDay(),
                new Terms(
                        subject,
                        holder,
                        sponsor,
                        level,
                        scopes,
                        nationalSecurity,
                        agrement,
                        validity.lastDay(),
                        recommendationOverride,
                        conditions),
                List.of(),
                statuses,
                listed,
                laboratories,
                category,
                documents,
                identifiers,
                region,
                Set.of(),
                flags);
    }

    public Subject subject() {
        return terms.subject();
    }

    public Organisation holder() {
        return terms.holder();
    }

    public Optional<Organisation> sponsor() {
        return terms.sponsor();
    }

    public Optional<Claim> level() {
        return terms.level();
    }

    public Set<String> scopes() {
        return terms.scopes();
    }

    public Optional<Boolean> nationalSecurity() {
        return terms.nationalSecurity();
    }

    public Optional<Agrement> agrement() {
        return terms.agrement();
    }

    public Optional<RecommendationOverride> recommendationOverride() {
        return terms.recommendationOverride();
    }

    public List<Clause> conditions() {
        return terms.conditions();
    }

    public Validity validity() {
        return new Validity(firstDay, terms.lastDay());
    }

    /** What held on a legal day, and before; on a day before the first one what holds then. */
    public VisaFacts on(LocalDate day) {
        int turn = turnOf(day);
        VisaFacts then = turn == former.size() ? this : with(firstDay, termsOn(day), former.subList(0, turn), statuses);
        List<NumberedAct> by =
                acts.stream().filter(act -> !act.day().isAfter(day)).toList();
        return by.size() == acts.size() ? then : then.withActs(by);
    }

    private Terms termsOn(LocalDate day) {
        int turn = turnOf(day);
        return turn == former.size() ? terms : former.get(turn).terms();
    }

    /** Which of the former terms held on a day; their number, when none of them did any more. */
    private int turnOf(LocalDate day) {
        int turn = 0;
        while (turn < former.size() && former.get(turn).until().isBefore(day)) {
            turn++;
        }
        return turn;
    }

    /** The newest day from which something that was decided or told holds. */
    public LocalDate lastTurn() {
        LocalDate status = statuses.get(statuses.size() - 1).since();
        return former.isEmpty() || !changed().isAfter(status) ? status : changed();
    }

    /**
     * The day from which a visa is over by its last day: the next one; but no earlier than the terms say so, for until then it was told to be
     * in force (invariant 53).
     *
     * @param turn which of the terms, the former ones first
     */
    private LocalDate overSince(LocalDate last, int turn) {
        LocalDate end = last.plusDays(1);
        LocalDate said = turn == 0 ? firstDay : former.get(turn - 1).until().plusDays(1);
        return said.isAfter(end) ? said : end;
    }

    /** First day of the present terms, where there were others. */
    private LocalDate changed() {
        return former.get(former.size() - 1).until().plusDays(1);
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
            return new StatusOnDay(VisaStatus.NOT_YET_IN_FORCE, firstDay, Optional.empty(), Optional.empty(), false);
        }
        Validity then = new Validity(firstDay, termsOn(day).lastDay());
        boolean canEnd = decided.status() == VisaStatus.IN_FORCE || decided.status() == VisaStatus.SUSPENDED;
        if (canEnd && then.isOverOn(day)) {
            LocalDate ended = overSince(then.lastDay().orElseThrow(), turnOf(day));
            return new StatusOnDay(atEnd, ended, Optional.empty(), Optional.empty(), false);
        }
        Optional<LocalDate> until = decided.status() == VisaStatus.IN_FORCE ? then.lastDay() : decided.until();
        boolean overdue = decided.status() == VisaStatus.SUSPENDED
                && decided.until().filter(day::isAfter).isPresent();
        return new StatusOnDay(
                decided.status(), decided.since(), until, decided.reason(), decided.reasonCodes(), overdue);
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
        Terms then = termsOn(day);
        return then.recommendationOverride()
                .map(RecommendationOverride::level)
                .or(() -> then.lastDay().map(last -> Recommendation.byRule(last, day)));
    }

    /**
     * These facts with the history that was already known: what once held is never forgotten because a source no longer tells it (invariant 53).
     * Where the last word of that history is another than theirs, theirs holds from {@code day}. An end by date that has come stays
     * where they prolong the visa, and a first day that has come where they move it to a later one.
     *
     * @param known the facts recorded before
     * @param day   legal day on which the new facts became known
     * @param atEnd what the scheme makes of a visa whose last day is past
     */
    public VisaFacts continuing(VisaFacts known, LocalDate day, VisaStatus atEnd) {
        boolean keepsFirst = beginsAfter(known, day);
        LocalDate first = keepsFirst ? known.firstDay : firstDay;
        TreeMap<LocalDate, StatusChange> history = new TreeMap<>();
        for (StatusChange change : known.statuses) {
            if (!change.since().isBefore(first)) {
                history.put(change.since(), change);
            }
        }
        StatusOnDay before = known.statusOn(day, atEnd);
        known.validity()
                .lastDay()
                .map(last -> known.overSince(last, known.former.size()))
                .filter(end -> before.status() == atEnd
                        && before.since().equals(end)
                        && !validity().isOverOn(end))
                .ifPresent(end -> history.put(end, new StatusChange(atEnd, end, Optional.empty(), Optional.empty())));
        statuses.stream()
                .filter(change -> !keepsFirst || !change.equals(StatusChange.inForce(firstDay)))
                .forEach(change -> history.put(change.since(), change));
        StatusChange lastTold = statuses.get(statuses.size() - 1);
        if (history.lastEntry().getValue().status() != lastTold.status()) {
            LocalDate since = day.isAfter(history.lastKey()) ? day : history.lastKey();
            Optional<LocalDate> until = lastTold.until().filter(last -> !last.isBefore(since));
            history.put(
                    since,
                    new StatusChange(lastTold.status(), since, until, lastTold.reason(), lastTold.reasonCodes()));
        }
        Terms next = terms.repeating(known.terms);
        List<StatusChange> all = List.copyOf(history.values());
        // What had not begun never held.
        VisaFacts told = day.isAfter(known.firstDay)
                ? with(first, known.terms, known.former, all).saying(next, day)
                : with(first, next, List.of(), all);
        // A source tells the visa, neither what was issued about it here nor the department that its application
        // declared; of another region that is none.
        VisaFacts placed =
                department.isPresent() || !region.equals(known.region) ? told : told.inDepartment(known.department);
        return acts.isEmpty() ? placed.withActs(known.acts) : placed;
    }

    /** Whether these facts move a first day to a later one although it had come: people were told that the visa is in force. */
    public boolean beginsAfter(VisaFacts known, LocalDate day) {
        return known.firstDay.isBefore(firstDay) && !known.firstDay.isAfter(day);
    }

    /**
     * The same facts, saying something else from a legal day on. Before its first day nothing held: what is said by then holds from the first.
     * Of several turns of one day the last one holds.
     *
     * @param since not before the day of an earlier turn; {@link IllegalArgumentException} otherwise
     */
    public VisaFacts saying(Terms next, LocalDate since) {
        if (next.equals(terms)) {
            return this;
        }
        if (former.isEmpty() && !since.isAfter(firstDay)) {
            return with(firstDay, next, former, statuses);
        }
        List<FormerTerms> past = new ArrayList<>(former);
        if (past.isEmpty() || !since.equals(changed())) {
            past.add(new FormerTerms(terms, since.minusDays(1)));
        } else if (past.get(past.size() - 1).terms().equals(next)) {
            past.remove(past.size() - 1);
        }
        return with(firstDay, next, past, statuses);
    }

    /** The same facts with a status that was decided. History only grows. */
    public VisaFacts deciding(StatusChange change) {
        List<StatusChange> more = new ArrayList<>(statuses);
        more.add(change);
        return with(firstDay, terms, former, more);
    }

    /**
     * The same facts with what was written wrongly put right. It was never right, so it is put right on all days on which it stood; when that
     * was learned the record of versions tells.
     */
    public VisaFacts correcting(Subject right, Optional<Claim> rightCategory, Optional<String> rightRegion) {
        Subject wrong = terms.subject();
        List<FormerTerms> past = former.stream()
                .map(turn -> new FormerTerms(
                        turn.terms().about(turn.terms().subject().corrected(wrong, right)), turn.until()))
                .toList();
        return with(firstDay, terms.about(right), past, statuses)
                .described(listed, rightCategory, rightRegion, relations);
    }

    /** The same facts, in the public catalogue or in none. */
    public VisaFacts listedPublicly(boolean nowListed) {
        return described(nowListed, category, region, relations);
    }

    /** The same facts of a visa that rests on these others, or took their place. */
    public VisaFacts related(Set<Relation> others) {
        return described(listed, category, region, others);
    }

    /** The same facts with one act more whose report has this number. */
    public VisaFacts numbered(NumberedAct act) {
        List<NumberedAct> more = new ArrayList<>(acts);
        more.add(act);
        return withActs(more);
    }

    /** The same facts of a holder in this department, where it was declared. */
    public VisaFacts inDepartment(Optional<String> declared) {
        return new VisaFacts(
                scheme,
                family,
                reference,
                firstDay,
                terms,
                former,
                statuses,
                listed,
                laboratories,
                category,
                documents,
                identifiers,
                region,
                declared,
                relations,
                acts,
                flags);
    }

    private VisaFacts withActs(List<NumberedAct> others) {
        return new VisaFacts(
                scheme,
                family,
                reference,
                firstDay,
                terms,
                former,
                statuses,
                listed,
                laboratories,
                category,
                documents,
                identifiers,
                region,
                department,
                relations,
                others,
                flags);
    }

    /** With another region the department that was declared is none of it. */
    private VisaFacts described(
            boolean newListed, Optional<Claim> newCategory, Optional<String> newRegion, Set<Relation> newRelations) {
        return new VisaFacts(
                scheme,
                family,
                reference,
                firstDay,
                terms,
                former,
                statuses,
                newListed,
                laboratories,
                newCategory,
                documents,
                identifiers,
                newRegion,
                newRegion.equals(region) ? department : Optional.empty(),
                newRelations,
                acts,
                flags);
    }

    private VisaFacts with(
            LocalDate newFirstDay, Terms newTerms, List<FormerTerms> newFormer, List<StatusChange> newStatuses) {
        return new VisaFacts(
                scheme,
                family,
                reference,
                newFirstDay,
                newTerms,
                newFormer,
                newStatuses,
                listed,
                laboratories,
                category,
                documents,
                identifiers,
                region,
                department,
                relations,
                acts,
                flags);
    }
}
