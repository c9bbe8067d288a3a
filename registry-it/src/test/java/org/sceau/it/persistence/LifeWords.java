package org.sceau.it.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sceau.it.house.House;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.DutiesMustHold;
import org.sceau.registry.domain.dossier.IssueMustHold;
import org.sceau.registry.domain.dossier.ServicesMustHold;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.publication.Certificate;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Looks at whole lives in the words of the invariants: at each decision, at each remedy that is asked for, and at the catalogue they leave. */
final class LifeWords {
    /** Trust services are of the versions named after their regulations. */
    static final Set<String> TRUST_SERVICES = Set.of("910-2014", "2024-1183");

    private final House house;
    private final LifePeople people;
    private final RegistryWordsMustHold registry = new RegistryWordsMustHold();
    private final VulnerabilityWordsMustHold vulnerabilities = new VulnerabilityWordsMustHold();

    LifeWords(House house, LifePeople people) {
        this.house = house;
        this.people = people;
    }

    /** What is told of vulnerabilities is remembered there. */
    VulnerabilityWordsMustHold vulnerabilities() {
        return vulnerabilities;
    }

    /** A decision that was carried out. */
    private void checked(Turn turn, Optional<Dossier> dossierAfter, String where) {
        GrantWordsMustHold.check(turn, where);
        VisaWordsMustHold.check(turn, where);
        vulnerabilities.holds_35_nothing_but_withdrawal_is_left(turn, where);
        List<Laboratory> assigned = dossierAfter.stream()
                .flatMap(dossier -> dossier.laboratories().stream())
                .flatMap(id -> house.laboratories.find(id).stream())
                .map(known -> known.laboratory())
                .toList();
        registry.check(turn, dossierAfter, assigned, people.facilities(), house.visas.resting(), where);
        turn.visa()
                .filter(visa -> turn.isOf("eucc") && turn.granted().isPresent())
                .ifPresent(visa -> RegistryWordsMustHold.holds_17_a_certificate_has_every_field(said(visa), where));
    }

    private Set<String> said(Visa visa) {
        return house.certificates.find(visa.id()).orElseThrow().certificate().lines().stream()
                .filter(line -> line.values().stream().anyMatch(value -> !value.isBlank()))
                .map(Certificate.Line::field)
                .collect(Collectors.toSet());
    }

    /** A decision about a dossier that was carried out. */
    void checked(LifeDecisions.Decided made, Dossier after, String what) {
        var scheme = made.dossier().opening().scheme();
        checked(
                new Turn(
                        scheme.scheme().value(),
                        scheme.version(),
                        made.content(),
                        made.proposer(),
                        made.approver(),
                        made.day(),
                        Optional.of(made.dossier()),
                        made.former(),
                        made.former().flatMap(former -> house.visas.find(former.id())),
                        made.visa(),
                        house.schemes.statusAtEnd(scheme)),
                Optional.of(after),
                what);
        DutiesMustHold.check(after, what);
        if (made.content().kind().effect() == DecisionKind.Effect.NEW_VISA
                || made.content().kind() == DecisionKind.EXTEND_SCOPE) {
            IssueMustHold.check(
                    new IssueMustHold.Issued(
                            scheme,
                            made.dossier(),
                            made.day(),
                            made.visa().orElseThrow().recordedAt(),
                            house.operator.certificationBody(),
                            made.dossier()
                                    .opening()
                                    .about()
                                    .flatMap(house.visas::find)
                                    .map(Visa::facts)
                                    .map(facts -> new IssueMustHold.Issued.About(
                                            facts.scheme().scheme().value(), facts.firstDay()))),
                    what);
            ServicesMustHold.check(
                    new ServicesMustHold.Qualified(scheme, made.dossier(), made.day(), id -> held(id, made.day())),
                    what);
        }
    }

    private Optional<ServicesMustHold.Held> held(VisaId id, LocalDate day) {
        return house.visas
                .find(id)
                .map(Visa::facts)
                .map(facts -> new ServicesMustHold.Held(
                        facts.scheme().scheme().value(),
                        facts.scopes(),
                        facts.level().flatMap(Claim::term),
                        facts.statusOn(day, house.schemes.statusAtEnd(facts.scheme()))
                                        .status()
                                == VisaStatus.IN_FORCE));
    }

    /** A decision about a visa alone that was carried out. */
    void checked(VisaWalk.Step step, String where) {
        checked(turn(house, step), Optional.empty(), where);
    }

    /** What a decision about a visa alone made of it. */
    static Turn turn(House house, VisaWalk.Step step) {
        SchemeVersionId scheme = step.before().facts().scheme();
        Optional<Visa> now = house.visas.find(step.before().id());
        return new Turn(
                scheme.scheme().value(),
                scheme.version(),
                step.content(),
                step.proposer(),
                step.approver(),
                step.day(),
                Optional.empty(),
                Optional.of(step.before()),
                now,
                now,
                house.schemes.statusAtEnd(scheme));
    }

    /** Asks the holder of a visa for a remedy within some days, too many now and then; tells whether that was accepted. */
    boolean askRemedy(VisaId visa, Random random, String where) {
        LocalDate today = house.calendar.today();
        try {
            Remedy asked = house.remedying.ask(
                    LifeDecisions.officer(Role.CERTIFIER, 1),
                    visa,
                    Remedy.Ground.values()[random.nextInt(Remedy.Ground.values().length)],
                    "Corriger.",
                    today.plusDays(1 + random.nextInt(45)));
            RegistryWordsMustHold.holds_39_a_remedy_is_due_within_thirty_days(today, asked.due(), where);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /** Somebody asks for the erasure of a dossier; tells whether that was accepted. */
    boolean askErasure(DossierId id, String where) {
        LocalDate last = house.dossiers
                .find(id)
                .orElseThrow()
                .dossier()
                .history()
                .stage()
                .day();
        try {
            house.erasing.ask(Matters.VENDOR, id, "Fin.");
            RegistryWordsMustHold.holds_56_nothing_is_erased_within_five_years(last, house.calendar.today(), where);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /**
     * What is left in the end.
     *
     * @param told whether a list told anything of a visa
     */
    void checkedAtTheEnd(Predicate<Visa> told, String where) {
        people.laboratories()
                .forEach(id -> RegistryWordsMustHold.holds_04_no_title_is_too_long(
                        house.laboratories.find(id).orElseThrow().laboratory().titles(), where));
        house.catalogue.open();
        List<Visa> visas = new ArrayList<>();
        house.visas.forEach(visas::add);
        CatalogueWordsMustHold.of(
                        house.catalogue,
                        visas,
                        told.negate()
                                .and(visa -> TRUST_SERVICES.contains(
                                        visa.facts().scheme().version())),
                        house.calendar.today())
                .check(where);
        house.closeIndex();
    }
}
