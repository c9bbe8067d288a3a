package org.sceau.registry.infrastructure.schemes;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/**
 * What somebody asks for, as rules of definitions look at it.
 *
 * @param approvals what was given; "conclusion …" for a favourable conclusion
 * @param base "family level" of the visa in force it rests on; blank for none
 * @param otherSubject whether that one is about another subject
 * @param replaced the scheme and the first day of the visa it is about; empty for none
 */
record Asked(
        LocalDate openedOn,
        LocalDate day,
        DossierKind kind,
        Map<String, FactValue> facts,
        Set<String> approvals,
        Optional<String> level,
        String base,
        boolean otherSubject,
        Map<String, LocalDate> replaced)
        implements Situation {

    static Asked on(LocalDate day) {
        return new Asked(day, day, DossierKind.INITIAL, Map.of(), Set.of(), Optional.empty(), "", false, Map.of());
    }

    Asked openedOn(LocalDate opened) {
        return new Asked(opened, day, kind, facts, approvals, level, base, otherSubject, replaced);
    }

    Asked as(DossierKind other) {
        return new Asked(openedOn, day, other, facts, approvals, level, base, otherSubject, replaced);
    }

    Asked with(String fact, FactValue value) {
        Map<String, FactValue> more = new HashMap<>(facts);
        more.put(fact, value);
        return new Asked(openedOn, day, kind, more, approvals, level, base, otherSubject, replaced);
    }

    Asked approved(String approval) {
        return new Asked(openedOn, day, kind, facts, Set.of(approval), level, base, otherSubject, replaced);
    }

    /** With a favourable conclusion of this type. */
    Asked concluded(String conclusion) {
        return approved("conclusion " + conclusion);
    }

    Asked at(String asked) {
        return new Asked(openedOn, day, kind, facts, approvals, Optional.of(asked), base, otherSubject, replaced);
    }

    Asked restingOn(String familyAndLevel) {
        return new Asked(openedOn, day, kind, facts, approvals, level, familyAndLevel, otherSubject, replaced);
    }

    /** Resting on a visa about another subject. */
    Asked elsewhere() {
        return new Asked(openedOn, day, kind, facts, approvals, level, base, true, replaced);
    }

    Asked replacing(String scheme, LocalDate issued) {
        return new Asked(openedOn, day, kind, facts, approvals, level, base, otherSubject, Map.of(scheme, issued));
    }

    @Override
    public String dossierKind() {
        return kind.code();
    }

    @Override
    public SubjectKind subject() {
        return SubjectKind.PRODUCT;
    }

    @Override
    public Set<String> scopes() {
        return Set.of();
    }

    @Override
    public Optional<FactValue> fact(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    @Override
    public boolean hasDocument(String type, Optional<String> language) {
        return false;
    }

    @Override
    public boolean isFavourable(String conclusion) {
        return approvals.contains("conclusion " + conclusion);
    }

    @Override
    public boolean isConcluded(String conclusion) {
        return false;
    }

    @Override
    public Optional<LocalDate> approvedUntil(String approval) {
        return Optional.empty();
    }

    @Override
    public boolean isApproved(String approval) {
        return approvals.contains(approval);
    }

    @Override
    public boolean restsOn(Set<String> families, Set<String> levels, boolean sameSubject) {
        String[] words = base.split(" ", 2);
        return !(sameSubject && otherSubject)
                && families.contains(words[0])
                && (levels.isEmpty() || levels.contains(words[words.length - 1]));
    }

    @Override
    public Optional<LocalDate> basesEnd() {
        return Optional.empty();
    }

    @Override
    public Optional<LocalDate> endOfVisa() {
        return Optional.empty();
    }

    @Override
    public boolean isFiledUnfit(String analysis) {
        return false;
    }

    @Override
    public boolean isTimeOver(String deadline) {
        return false;
    }

    @Override
    public boolean holdsVisa(String organisation, Set<String> families) {
        return false;
    }

    @Override
    public boolean isAccredited(String organisation) {
        return false;
    }

    @Override
    public boolean isApplicant(String organisation) {
        return false;
    }

    @Override
    public Optional<LocalDate> replacedIssue(Set<String> schemes) {
        return replaced.entrySet().stream()
                .filter(one -> schemes.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
