package org.sceau.it.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.sceau.it.house.House;
import org.sceau.it.house.Reasons;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.decision.Correction;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;

/** Fictional people and what they do in a house, through its use cases. */
public final class Matters {
    public static final Actor VENDOR = new Actor("h.carde", "Halcyon Cards", Set.of(Role.SPONSOR));
    public static final Actor OTHER_VENDOR = new Actor("b.rume", "Brume Télécom", Set.of(Role.SPONSOR));
    public static final Actor EVALUATOR = new Actor("paul.lenoir", "Arvor Évaluation", Set.of(Role.EVALUATOR));
    public static final Actor OTHER_EVALUATOR = new Actor("o.xalis", "Laboratoire Oxalis", Set.of(Role.EVALUATOR));
    public static final Actor CERTIFIER = staff("claire.morvan", Role.CERTIFIER);
    static final Actor REVIEWER = staff("ines.calvet", Role.REVIEWER);
    public static final Actor DECIDER = staff("marc.tual", Role.DECIDER);
    public static final Actor SECOND_DECIDER = staff("yann.kerleo", Role.DECIDER);
    public static final Actor SUPERVISOR = staff("agnes.roy", Role.NCCA_SUPERVISOR);
    static final Actor APPROVER = staff("l.lagarde", Role.NCCA_APPROVER);
    static final Actor SECOND_APPROVER = staff("m.perrin", Role.NCCA_APPROVER);
    public static final Actor AUDITOR = staff("a.udit", Role.AUDITOR);

    private final House house;

    public Matters(House house) {
        this.house = house;
    }

    private static Actor staff(String name, Role... roles) {
        return new Actor(name, "Autorité de démonstration", Set.of(roles));
    }

    /** Arvor Évaluation, accredited and authorised for AVA_VAN.5 on smart cards. */
    public LaboratoryId arvor() {
        Laboratories.Recorded recorded = house.keeping.add(SUPERVISOR, Organisation.named(EVALUATOR.organisation()));
        LaboratoryId id = recorded.laboratory().id();
        house.keeping.entitle(
                SUPERVISOR, id, OptionalLong.of(1), title(Competence.Title.ACCREDITATION, OptionalInt.empty()));
        house.keeping.entitle(
                SUPERVISOR, id, OptionalLong.of(2), title(Competence.Title.AUTHORISATION, OptionalInt.of(5)));
        return id;
    }

    static Title title(Competence.Title kind, OptionalInt van) {
        return new Title(
                kind,
                kind.name(),
                "Comité fictif",
                Set.of(new SchemeId("eucc"), new SchemeId("cspn")),
                LocalDate.parse("2025-01-01"),
                LocalDate.parse("2029-12-31"),
                new Coverage(
                        van,
                        Set.of("smartcards"),
                        Set.of(),
                        Set.of("SMART_CARDS", "SOFTWARE", "NETWORK"),
                        Set.of(),
                        Set.of()),
                List.of());
    }

    public static Application card(int van) {
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("van", new FactValue.Whole(van));
        facts.put("technical-domain", FactValue.Words.of("smartcards"));
        facts.put("standard", FactValue.Words.of("cc-2022"));
        facts.put("assurance-components", new FactValue.Words(Set.of("EAL4", "AVA_VAN." + van)));
        facts.put("holder-page", FactValue.Words.of("https://halcyon.example/security"));
        facts.put("holder-address", FactValue.Words.of("2 rue du Port, 29000 Exempleville, ZZ"));
        facts.put("holder-contact", FactValue.Words.of("securite@halcyon.example"));
        return new Application(
                new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", Optional.of("4.1.0")),
                Optional.empty(),
                Set.of(),
                Optional.of("SMART_CARDS"),
                false,
                facts,
                Set.of(),
                true);
    }

    public static OpenDossier.Request request(Application application) {
        return new OpenDossier.Request(
                SchemeVersionId.of("eucc", "2025-12-29"),
                DossierKind.INITIAL,
                Optional.empty(),
                application,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    Dossier opened() {
        return house.opening.open(VENDOR, request(card(5)));
    }

    public Dossier submitted() {
        return submitted(opened());
    }

    Dossier submitted(Dossier opened) {
        Dossier dossier = opened;
        for (String type : List.of(
                "APPLICATION", "COMMITMENTS", "DEVELOPER_EVIDENCE", "SECURITY_TARGET", "VULNERABILITY_PROCEDURES")) {
            dossier = deposit(VENDOR, dossier, type);
        }
        return step(VENDOR, dossier, "submit");
    }

    /** At the decision, with everything favourable. */
    public Dossier ready(LaboratoryId laboratory) {
        return ready(submitted(), laboratory);
    }

    /** The same for a re-assessment of a visa. */
    Dossier reassessed(Visa visa, LaboratoryId laboratory) {
        return reassessed(visa, laboratory, card(5));
    }

    Dossier reassessed(Visa visa, LaboratoryId laboratory, Application application) {
        OpenDossier.Request first = request(application);
        Dossier opened = house.opening.open(
                VENDOR,
                new OpenDossier.Request(
                        first.scheme(),
                        DossierKind.REASSESSMENT,
                        Optional.of(visa.id()),
                        first.application(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        return deposit(CERTIFIER, ready(submitted(opened), laboratory), "REASSESSMENT_REPORT");
    }

    /** The same for a re-evaluation of a visa under EUCC. */
    Dossier reevaluated(Visa visa, LaboratoryId laboratory) {
        Dossier opened = following(visa, request(card(5)).scheme(), DossierKind.REEVALUATION);
        return ready(submitted(deposit(VENDOR, opened, "IMPACT_ANALYSIS_REPORT")), laboratory);
    }

    Dossier ready(Dossier submitted, LaboratoryId laboratory) {
        Dossier dossier = step(CERTIFIER, submitted, "admit");
        dossier = house.handling.assign(CERTIFIER, dossier.id(), seen(dossier), List.of(laboratory));
        dossier = deposit(EVALUATOR, dossier, "EVALUATION_PLAN");
        dossier = step(CERTIFIER, dossier, "accept");
        dossier = deposit(EVALUATOR, dossier, "EVALUATION_TECHNICAL_REPORT");
        dossier = conclude(EVALUATOR, dossier, "laboratory-conclusion");
        dossier = step(EVALUATOR, dossier, "deliver-report");
        dossier = step(CERTIFIER, dossier, "start-review");
        dossier = deposit(REVIEWER, dossier, "REVIEW_REPORT");
        dossier = conclude(REVIEWER, dossier, "review-conclusion");
        dossier = conclude(REVIEWER, dossier, "consistency-check");
        dossier = deposit(CERTIFIER, dossier, "CERTIFICATION_REPORT");
        return step(REVIEWER, dossier, "conclude-review");
    }

    Dossier step(Actor actor, Dossier dossier, String step) {
        return house.handling.takeStep(actor, dossier.id(), seen(dossier), step, Optional.empty());
    }

    Dossier deposit(Actor actor, Dossier dossier, String type) {
        return house.handling.deposit(
                actor,
                dossier.id(),
                seen(dossier),
                new HandleDossier.Paper(
                        type,
                        type,
                        "en",
                        Optional.empty(),
                        type.equals("CERTIFICATION_REPORT")
                                ? sections(house.schemes, dossier.opening().scheme())
                                : List.of(),
                        "a".repeat(64),
                        1_000));
    }

    Dossier conclude(Actor actor, Dossier dossier, String type) {
        return house.handling.conclude(actor, dossier.id(), seen(dossier), type, true, "Sans objection.");
    }

    /** Every section that a certification report has under these rules. */
    static List<String> sections(Schemes schemes, SchemeVersionId scheme) {
        return schemes.version(scheme).orElseThrow().conduct().orElseThrow().publication().reportSections().stream()
                .map(PublicationRule.Field::id)
                .toList();
    }

    static OptionalLong seen(Dossier dossier) {
        return OptionalLong.of(dossier.version());
    }

    /** A grant for five years from today. */
    public DecisionContent grant(Dossier dossier) {
        return grant(dossier, 5);
    }

    DecisionContent grant(Dossier dossier, int years) {
        LocalDate lastDay = house.calendar.today().plusYears(years);
        return content(DecisionKind.GRANT, Optional.of(dossier), Optional.empty(), Optional.of(lastDay));
    }

    DecisionContent about(DecisionKind kind, Visa visa, Optional<LocalDate> lastDay) {
        return content(kind, Optional.empty(), Optional.of(visa), lastDay);
    }

    /** A dossier about a visa, under a scheme that need not be its own. */
    Dossier following(Visa visa, SchemeVersionId scheme, DossierKind kind) {
        return house.opening.open(
                VENDOR,
                new OpenDossier.Request(
                        scheme, kind, Optional.of(visa.id()), card(5), Optional.empty(), Optional.empty(), List.of()));
    }

    DecisionContent about(DecisionKind kind, Dossier dossier, Visa visa, Optional<LocalDate> lastDay) {
        return content(kind, Optional.of(dossier), Optional.of(visa), lastDay);
    }

    /** Withdraws the visa and grants another for five years. */
    DecisionContent reissue(Dossier dossier, Visa visa) {
        return content(
                DecisionKind.REISSUE_SAME_SCOPE,
                Optional.of(dossier),
                Optional.of(visa),
                Optional.of(house.calendar.today().plusYears(5)));
    }

    /** The same decision, which puts the versions right. */
    static DecisionContent correcting(DecisionContent content, String versions) {
        return content.correcting(
                new Correction(Optional.empty(), Optional.of(versions), Optional.empty(), Optional.empty()));
    }

    /** The same decision, about these versions. */
    static DecisionContent ofVersions(DecisionContent content, String versions) {
        return new DecisionContent(
                content.kind(),
                content.dossier(),
                content.dossierVersion(),
                content.visa(),
                content.visaVersion(),
                content.effective(),
                content.lastDay(),
                content.reasons(),
                content.actions(),
                content.scopes(),
                content.level(),
                Optional.of(versions),
                content.nationalSecurity(),
                content.clauses());
    }

    /** The same decision, at this level. */
    static DecisionContent atLevel(DecisionContent content, String level) {
        return new DecisionContent(
                content.kind(),
                content.dossier(),
                content.dossierVersion(),
                content.visa(),
                content.visaVersion(),
                content.effective(),
                content.lastDay(),
                content.reasons(),
                content.actions(),
                content.scopes(),
                Optional.of(level),
                content.versions(),
                content.nationalSecurity(),
                content.clauses());
    }

    /** The same decision, holding from another day. */
    static DecisionContent from(LocalDate effective, DecisionContent content) {
        return new DecisionContent(
                content.kind(),
                content.dossier(),
                content.dossierVersion(),
                content.visa(),
                content.visaVersion(),
                effective,
                content.lastDay(),
                content.reasons(),
                content.actions(),
                content.scopes(),
                content.level(),
                content.versions(),
                content.nationalSecurity(),
                content.clauses(),
                content.correction(),
                content.advice(),
                content.agrement(),
                content.remedy(),
                content.reasonCodes());
    }

    private DecisionContent content(
            DecisionKind kind, Optional<Dossier> dossier, Optional<Visa> visa, Optional<LocalDate> lastDay) {
        return Reasons.given(new DecisionContent(
                kind,
                dossier.map(Dossier::id),
                dossier.map(Dossier::version).orElse(0L),
                visa.map(Visa::id),
                visa.map(Visa::version).orElse(0L),
                house.calendar.today(),
                lastDay,
                Optional.of("Motifs."),
                Optional.of("Corriger, puis en rendre compte."),
                Set.of(),
                Optional.empty(),
                kind == DecisionKind.MAINTAIN ? Optional.of("4.1.1") : Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    /** A composite product that rests on another one. */
    Visa grantedOn(Visa base, LaboratoryId laboratory) {
        Application card = card(5);
        Application composite = new Application(
                new Subject(SubjectKind.PRODUCT, "Halcyon Passport", Optional.of("2.0")),
                card.level(),
                card.scopes(),
                card.category(),
                card.nationalSecurity(),
                card.facts(),
                Set.of(base.id()),
                true);
        Dossier ready = ready(submitted(house.opening.open(VENDOR, request(composite))), laboratory);
        var proposal = house.deciding.propose(DECIDER, grant(ready));
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    /** The visa that a grant by two deciders makes. */
    public Visa granted(LaboratoryId laboratory) {
        Dossier dossier = ready(laboratory);
        var proposal = house.deciding.propose(DECIDER, grant(dossier));
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }
}
