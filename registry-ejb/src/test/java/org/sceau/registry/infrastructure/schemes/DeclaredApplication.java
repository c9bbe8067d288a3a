package org.sceau.registry.infrastructure.schemes;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/** A dossier about a service on 22 Jun 2026, with nothing but what a test declares: rules are asked about it, not use cases. */
record DeclaredApplication(
        DossierKind kind, Optional<String> level, Map<String, FactValue> facts, Set<String> documents, Set<String> over)
        implements Situation {

    static DeclaredApplication of(DossierKind kind) {
        return new DeclaredApplication(kind, Optional.empty(), Map.of(), Set.of(), Set.of());
    }

    DeclaredApplication atLevel(String asked) {
        return new DeclaredApplication(kind, Optional.of(asked), facts, documents, over);
    }

    DeclaredApplication declaring(Map<String, FactValue> declared) {
        return new DeclaredApplication(kind, level, Map.copyOf(declared), documents, over);
    }

    DeclaredApplication with(String... deposited) {
        return new DeclaredApplication(kind, level, facts, Set.of(deposited), over);
    }

    /** After these deadlines ran out. */
    DeclaredApplication after(String... deadlines) {
        return new DeclaredApplication(kind, level, facts, documents, Set.of(deadlines));
    }

    @Override
    public LocalDate day() {
        return LocalDate.of(2026, 6, 22);
    }

    @Override
    public LocalDate openedOn() {
        return day();
    }

    @Override
    public String dossierKind() {
        return kind.code();
    }

    @Override
    public SubjectKind subject() {
        return SubjectKind.SERVICE;
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
        return documents.contains(type);
    }

    @Override
    public boolean isFavourable(String conclusion) {
        return false;
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
        return false;
    }

    @Override
    public boolean restsOn(Set<String> families, Set<String> levels, boolean sameSubject) {
        return false;
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
        return over.contains(deadline);
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
        return Optional.empty();
    }
}
