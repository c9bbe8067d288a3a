package org.sceau.registry.application.evaluating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.OrganisationKey;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * What the registry knows around one dossier, read in the transaction of the act; a laboratory once, since no act changes both. What was found around
 * it together with it is not asked for again.
 */
final class RegistrySurroundings implements Surroundings {
    private final Laboratories laboratories;
    private final Dossiers dossiers;
    private final Visas visas;
    private final Schemes schemes;
    private final Operator operator;
    private final LegalCalendar calendar;
    private final Optional<Around> around;
    private final Map<LaboratoryId, Optional<Laboratory>> seen = new HashMap<>();
    private final Map<String, Optional<LaboratoryId>> named = new HashMap<>();

    RegistrySurroundings(
            Laboratories laboratories,
            Dossiers dossiers,
            Visas visas,
            Schemes schemes,
            Operator operator,
            LegalCalendar calendar,
            Optional<Around> around) {
        this.laboratories = laboratories;
        this.dossiers = dossiers;
        this.visas = visas;
        this.schemes = schemes;
        this.operator = operator;
        this.calendar = calendar;
        this.around = around;
    }

    @Override
    public Optional<Laboratory> laboratory(LaboratoryId id) {
        return seen.computeIfAbsent(id, asked -> laboratories.find(asked).map(Laboratories.Recorded::laboratory));
    }

    @Override
    public Optional<Laboratory> laboratory(String name, Instant known) {
        return named.computeIfAbsent(
                        name,
                        asked -> laboratories
                                .named(asked)
                                .map(today -> today.laboratory().id()))
                .flatMap(id -> laboratories.find(id, known))
                .map(Laboratories.Recorded::laboratory);
    }

    @Override
    public LocalDate dayOf(Instant at) {
        return calendar.dayOf(at);
    }

    @Override
    public Optional<Other> visa(VisaId id, LocalDate day) {
        return visas.find(id)
                .map(visa -> visa.facts().on(day))
                .map(facts -> new Other(
                        facts.family(),
                        facts.scheme().scheme(),
                        facts.subject(),
                        facts.firstDay(),
                        facts.validity().lastDay(),
                        facts.level().flatMap(Claim::term),
                        facts.scopes(),
                        facts.statusOn(day, schemes.statusAtEnd(facts.scheme())).status()));
    }

    @Override
    public List<LaboratoryId> evaluatorsOf(VisaId visa) {
        return dossiers.evaluatorsOf(visa);
    }

    @Override
    public boolean handledComplaint(Dossier dossier, String name) {
        return around.filter(found -> found.name().equals(name))
                .map(Around::complaint)
                .orElseGet(() -> dossiers.complaintHandled(dossier, name));
    }

    @Override
    public boolean holdsVisa(OrganisationKey organisation, Set<FamilyId> families, LocalDate day) {
        return families.stream()
                .flatMap(family -> visas.heldBy(family, organisation).stream())
                .map(Visa::facts)
                .anyMatch(facts -> facts.on(day).holder().key().equals(organisation)
                        && facts.statusOn(day, schemes.statusAtEnd(facts.scheme()))
                                        .status()
                                == VisaStatus.IN_FORCE);
    }

    @Override
    public boolean isAccredited(OrganisationKey organisation, SchemeId scheme, LocalDate day) {
        return laboratories.spelled(organisation).stream()
                .anyMatch(body -> body.laboratory().isAccreditedFor(scheme, day));
    }

    @Override
    public boolean isFacility(String organisation) {
        OrganisationKey key = OrganisationKey.of(organisation);
        return around
                .map(found -> laboratories.spelled(key, found.laboratories()))
                .orElseGet(() -> laboratories.spelled(key))
                .stream()
                .anyMatch(body -> !body.laboratory().kind().mayDecide());
    }

    @Override
    public WorkingDays workingDays() {
        return operator.workingDays();
    }

    @Override
    public CertificationBody certificationBody() {
        return operator.certificationBody();
    }
}
