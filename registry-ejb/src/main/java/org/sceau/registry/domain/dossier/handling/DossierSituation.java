package org.sceau.registry.domain.dossier.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Parties;
import org.sceau.registry.domain.laboratory.Demand;
import org.sceau.registry.domain.party.OrganisationKey;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** A dossier as rules see it. The level is the derived one where the scheme derives it (invariant 14). */
record DossierSituation(Dossier dossier, Conduct conduct, Surroundings surroundings, LocalDate day)
        implements Situation {

    @Override
    public LocalDate openedOn() {
        return dossier.opening().day();
    }

    @Override
    public String dossierKind() {
        return dossier.opening().kind().code();
    }

    @Override
    public SubjectKind subject() {
        return dossier.application().subject().kind();
    }

    @Override
    public Optional<String> level() {
        return conduct.levelRules().isEmpty() ? dossier.application().level() : conduct.levelIn(this);
    }

    @Override
    public Set<String> scopes() {
        return dossier.application().scopes();
    }

    @Override
    public Optional<FactValue> fact(String id) {
        return Optional.ofNullable(dossier.application().facts().get(id));
    }

    @Override
    public boolean hasDocument(String type, Optional<String> language) {
        return dossier.history().documents().stream()
                .filter(document -> document.type().equals(type))
                .anyMatch(document -> language.filter(asked -> !asked.equals(document.language()))
                        .isEmpty());
    }

    @Override
    public boolean isFavourable(String conclusion) {
        return Judged.standing(dossier, conduct.procedure(), conclusion)
                .filter(Conclusion::favourable)
                .isPresent();
    }

    @Override
    public boolean isConcluded(String conclusion) {
        return dossier.history().conclusion(conclusion).isPresent();
    }

    @Override
    public boolean isApproved(String approval) {
        return dossier.history()
                .approval(approval)
                .filter(asked -> asked.withdrawn().isEmpty())
                .flatMap(Approval::answer)
                .filter(answer -> answer.given() && !answer.day().isAfter(day))
                .isPresent();
    }

    @Override
    public Optional<LocalDate> approvedUntil(String approval) {
        return isApproved(approval) ? dossier.history().approval(approval).flatMap(Approval::until) : Optional.empty();
    }

    @Override
    public Optional<LocalDate> replacedIssue(Set<String> schemes) {
        return dossier.opening()
                .about()
                .flatMap(about -> surroundings.visa(about, day))
                .filter(about -> schemes.contains(about.scheme().value()))
                .map(Surroundings.Other::firstDay);
    }

    @Override
    public Optional<LocalDate> endOfVisa() {
        return dossier.opening()
                .about()
                .flatMap(about -> surroundings.visa(about, day))
                .flatMap(Surroundings.Other::lastDay);
    }

    @Override
    public boolean isFiledUnfit(String analysis) {
        Instant analysed = dossier.history().documents().stream()
                .filter(document -> document.type().equals(analysis))
                .map(Deposit::at)
                .reduce(Instant.MIN, (former, later) -> later);
        return dossier.history().documents().stream()
                .filter(document ->
                        document.by().role() == Role.EVALUATOR && document.at().isAfter(analysed))
                .anyMatch(this::wasFiledUnfit);
    }

    /** Whoever filed it may have been replaced since. */
    private boolean wasFiledUnfit(Deposit document) {
        LocalDate filed = surroundings.dayOf(document.at());
        Situation then = new DossierSituation(dossier, conduct, surroundings, filed);
        Demand demand = Demands.of(dossier, conduct, then, filed);
        return surroundings
                .laboratory(document.by().organisation(), document.at())
                .flatMap(laboratory -> laboratory
                        .unfitFor(demand)
                        .or(() -> Demands.unqualified(laboratory, conduct, then, surroundings)))
                .isPresent();
    }

    @Override
    public boolean isTimeOver(String deadline) {
        return conduct.procedure().deadlines().stream()
                .filter(known -> known.id().equals(deadline))
                .anyMatch(known -> Clocks.ranOut(dossier, conduct.procedure(), known, surroundings.workingDays(), day));
    }

    @Override
    public boolean holdsVisa(String organisation, Set<String> families) {
        return surroundings.holdsVisa(
                OrganisationKey.of(organisation),
                families.stream().map(FamilyId::new).collect(Collectors.toSet()),
                day);
    }

    @Override
    public boolean isAccredited(String organisation) {
        return surroundings.isAccredited(
                OrganisationKey.of(organisation), dossier.opening().scheme().scheme(), day);
    }

    @Override
    public boolean isApplicant(String organisation) {
        OrganisationKey key = OrganisationKey.of(organisation);
        Parties parties = dossier.parties();
        return Stream.of(Optional.of(parties.sponsor()), parties.developer(), Optional.of(parties.holder()))
                .flatMap(Optional::stream)
                .anyMatch(party -> party.key().equals(key));
    }

    @Override
    public boolean restsOn(Set<String> families, Set<String> levels, boolean sameSubject) {
        return bases().filter(base -> base.status() == VisaStatus.IN_FORCE)
                .filter(base -> families.contains(base.family().value()))
                .filter(base -> !sameSubject || dossier.application().subject().isAmong(base.subject()))
                .anyMatch(base -> levels.isEmpty()
                        || base.level().filter(levels::contains).isPresent());
    }

    @Override
    public Optional<LocalDate> basesEnd() {
        return bases().flatMap(base -> base.lastDay().stream()).min(Comparator.naturalOrder());
    }

    private Stream<Surroundings.Other> bases() {
        return dossier.application().bases().stream().flatMap(base -> surroundings.visa(base, day).stream());
    }
}
