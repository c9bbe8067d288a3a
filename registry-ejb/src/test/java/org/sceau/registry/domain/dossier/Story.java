package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.handling.Approving;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Moves;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.OrganisationKey;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

/** The life of one fictional dossier, told act by act on legal days. Holds what surrounds it. */
public final class Story implements Surroundings {
    public static final Schemes SCHEMES = SchemesFromResources.load(Story.class.getClassLoader());

    public static final Person VENDOR = new Person("h.carde", "Halcyon Cards", Role.SPONSOR);
    public static final Person CERTIFIER = new Person("claire.morvan", "Autorité de démonstration", Role.CERTIFIER);
    public static final Person REVIEWER = new Person("ines.calvet", "Autorité de démonstration", Role.REVIEWER);
    public static final Person DECIDER = new Person("marc.tual", "Autorité de démonstration", Role.DECIDER);
    public static final Person EVALUATOR = new Person("paul.lenoir", "Arvor Évaluation", Role.EVALUATOR);
    public static final Person SECOND_APPROVER =
            new Person("marc.perrin", "Autorité de démonstration", Role.NCCA_APPROVER);
    public static final Person APPROVER = new Person("agnes.roy", "Autorité de démonstration", Role.NCCA_APPROVER);

    private final SchemeVersion scheme;
    private final Map<LaboratoryId, Laboratory> laboratories = new HashMap<>();
    private final Map<VisaId, Other> visas = new HashMap<>();
    private final Map<VisaId, List<LaboratoryId>> evaluators = new HashMap<>();
    private final Set<String> facilities = new HashSet<>();
    private final Map<OrganisationKey, FamilyId> qualified = new HashMap<>();
    private CertificationBody issuer = Laboratories.authority();
    private LocalDate day;
    private Dossier dossier;

    private Story(SchemeVersion scheme, DossierKind kind, Optional<VisaId> about, Application application, String day) {
        this.scheme = scheme;
        this.day = LocalDate.parse(day);
        Opening opening = new Opening(
                "D-" + this.day.getYear() + "-014",
                scheme.id(),
                "0".repeat(64),
                kind,
                about,
                VENDOR,
                this.day.atStartOfDay().toInstant(ZoneOffset.UTC),
                this.day);
        Parties parties = new Parties(
                Organisation.named("Halcyon Cards"), Optional.empty(), Organisation.named("Halcyon Cards"), List.of());
        dossier = Dossier.open(
                new DossierId(UUID.fromString("00000000-0000-4000-8000-00000000d014")),
                opening,
                application,
                parties,
                scheme.conduct().orElseThrow().procedure().start());
    }

    /** A smart card, or a software when no domain is named. */
    public static Application card(int van, Optional<String> domain) {
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("van", new FactValue.Whole(van));
        facts.put("standard", FactValue.Words.of("cc-2022"));
        facts.put("assurance-components", new FactValue.Words(Set.of("EAL4", "AVA_VAN." + van)));
        facts.put("holder-page", FactValue.Words.of("https://halcyon.example/security"));
        facts.put("holder-address", FactValue.Words.of("2 rue du Port, 29000 Exempleville, ZZ"));
        facts.put("holder-contact", FactValue.Words.of("securite@halcyon.example"));
        domain.ifPresent(id -> facts.put("technical-domain", FactValue.Words.of(id)));
        return new Application(
                new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", Optional.of("4.1.0")),
                Optional.empty(),
                Set.of(),
                Optional.of(domain.isPresent() ? "SMART_CARDS" : "SOFTWARE"),
                false,
                facts,
                Set.of(),
                true);
    }

    public static Story eucc(Application application, String day) {
        return of("eucc", "2025-12-29", DossierKind.INITIAL, Optional.empty(), application, day);
    }

    public static Story of(
            String scheme,
            String version,
            DossierKind kind,
            Optional<VisaId> about,
            Application application,
            String day) {
        return new Story(
                SCHEMES.version(SchemeVersionId.of(scheme, version)).orElseThrow(), kind, about, application, day);
    }

    public Story knowing(Laboratory laboratory) {
        laboratories.put(laboratory.id(), laboratory);
        return this;
    }

    public Story knowing(VisaId visa, Other other, List<LaboratoryId> evaluatedBy) {
        visas.put(visa, other);
        evaluators.put(visa, evaluatedBy);
        return this;
    }

    /** Puts on record that an organisation holds a visa in force of a family. */
    public Story holding(String organisation, String family) {
        qualified.put(OrganisationKey.of(organisation), new FamilyId(family));
        return this;
    }

    /** Issued by an accredited and notified body that is not the authority. */
    public Story issuedBy(Entitlement... entitlements) {
        return issuedBy(Laboratories.body(entitlements));
    }

    public Story issuedBy(CertificationBody body) {
        issuer = body;
        return this;
    }

    public Story on(String newDay) {
        day = LocalDate.parse(newDay);
        return this;
    }

    public Story deposits(Person person, String... types) {
        for (String type : types) {
            dossier = Filing.deposit(look(), paper(person, type, "fr"));
        }
        return this;
    }

    public Story depositsIn(String language, Person person, String type) {
        dossier = Filing.deposit(look(), paper(person, type, language));
        return this;
    }

    public Deposit paper(Person person, String type, String language) {
        return new Deposit(
                UUID.nameUUIDFromBytes(type.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                type,
                type,
                language,
                Optional.of(type),
                List.of(),
                "a".repeat(64),
                1_000,
                person,
                look().at());
    }

    public Story takes(Person person, String step) {
        dossier = Moves.take(look(), step, person, Optional.empty());
        return this;
    }

    public Story takes(Person person, String step, String reason) {
        dossier = Moves.take(look(), step, person, Optional.of(reason));
        return this;
    }

    public Story assigns(Person person, Laboratory... assigned) {
        List<LaboratoryId> ids = new ArrayList<>();
        for (Laboratory laboratory : assigned) {
            knowing(laboratory);
            ids.add(laboratory.id());
        }
        dossier = Filing.assign(look(), ids, person);
        return this;
    }

    public Story concludes(Person person, String type, boolean favourable) {
        dossier = Filing.conclude(look(), new Conclusion(type, favourable, "Motifs.", person, look().at()));
        return this;
    }

    /** Puts an organisation on record as an evaluation facility. */
    public Story facility(String organisation) {
        facilities.add(organisation);
        return this;
    }

    public Story takesApprovalBack(Person person, String type) {
        dossier = Approving.takeBack(look(), type, person);
        return this;
    }

    public Story asksApproval(Person person, String type) {
        boolean longer = scheme.validity().longerWith().filter(type::equals).isPresent();
        return asksApproval(person, type, longer ? Optional.of(day.plusYears(8)) : Optional.empty());
    }

    /** @param until last day of validity that is asked for */
    public Story asksApproval(Person person, String type, Optional<LocalDate> until) {
        dossier = Approving.ask(look(), type, "Méthode proposée.", until, person);
        return this;
    }

    /** Gives or denies it, with the second person where there are two. */
    public Story answersApproval(Person person, String type, boolean given, String bearing) {
        proposesAnswer(person, type, given, bearing);
        Optional<Approval.Proposed> proposed =
                dossier.history().approval(type).filter(Approval::isPending).flatMap(Approval::proposed);
        return proposed.map(answer -> approvesAnswer(SECOND_APPROVER, type, answer.digest()))
                .orElse(this);
    }

    public Story proposesAnswer(Person person, String type, boolean given, String bearing) {
        dossier = Approving.answer(
                look(), type, given, LocalDate.parse(bearing), "Motifs.", person, CanonicalRecord::digest);
        return this;
    }

    public Story approvesAnswer(Person person, String type, String digest) {
        dossier = Approving.approve(look(), type, digest, person);
        return this;
    }

    public Story changes(Person person, Application application) {
        dossier = Filing.change(look(), application, person);
        return this;
    }

    /** What a laboratory declares. */
    public Story states(Person person, Map<String, FactValue> facts) {
        dossier = Stating.state(look(), facts, person);
        return this;
    }

    public Story becomes(Dossier next) {
        dossier = next;
        return this;
    }

    /** Everything the applicant of an EUCC dossier sends in. */
    public Story submitted() {
        dossier.opening()
                .about()
                .flatMap(about -> scheme.conduct()
                        .flatMap(conduct -> conduct.followUp(dossier.opening().kind())))
                .flatMap(FollowUp::document)
                .ifPresent(type -> deposits(VENDOR, type));
        return deposits(
                        VENDOR,
                        "APPLICATION",
                        "COMMITMENTS",
                        "DEVELOPER_EVIDENCE",
                        "SECURITY_TARGET",
                        "VULNERABILITY_PROCEDURES")
                .takes(VENDOR, "submit");
    }

    /** In the hands of a laboratory. */
    public Story evaluatedBy(Laboratory laboratory) {
        return submitted()
                .takes(CERTIFIER, "admit")
                .assigns(CERTIFIER, laboratory)
                .deposits(CERTIFIER, "EVALUATION_PLAN")
                .takes(CERTIFIER, "accept");
    }

    /** At the decision, with everything favourable. */
    public Story reviewed() {
        return deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                .concludes(EVALUATOR, "laboratory-conclusion", true)
                .takes(EVALUATOR, "deliver-report")
                .takes(CERTIFIER, "start-review")
                .deposits(REVIEWER, "REVIEW_REPORT")
                .concludes(REVIEWER, "review-conclusion", true)
                .concludes(REVIEWER, "consistency-check", true)
                .deposits(CERTIFIER, "CERTIFICATION_REPORT")
                .takes(REVIEWER, "conclude-review");
    }

    /** An approved decision of this kind, carried out. */
    public Story decides(Person person, DecisionKind kind) {
        return becomes(
                Moves.carryOut(look(), Moves.deciding(look(), kind).orElseThrow(), person, Optional.of("Motifs.")));
    }

    /** The code of what stands in the way of this decision today; {@code none} when nothing does. */
    public String inTheWayOf(DecisionKind kind) {
        return Moves.deciding(look(), kind)
                .map(move -> Moves.demandsOf(look(), move).map(Refusal::code).orElse("none"))
                .orElse("step-not-open");
    }

    public Dossier dossier() {
        return dossier;
    }

    public Handling look() {
        return new Handling(dossier, scheme, this, day.atTime(9, 0).toInstant(ZoneOffset.UTC), day);
    }

    @Override
    public Optional<Laboratory> laboratory(String name, Instant known) {
        return laboratories.values().stream()
                .filter(laboratory -> laboratory.organisation().name().equals(name))
                .findFirst();
    }

    @Override
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    public Optional<Laboratory> laboratory(LaboratoryId id) {
        return Optional.ofNullable(laboratories.get(id));
    }

    @Override
    public Optional<Other> visa(VisaId id, LocalDate on) {
        return Optional.ofNullable(visas.get(id));
    }

    @Override
    public boolean holdsVisa(OrganisationKey organisation, Set<FamilyId> families, LocalDate on) {
        return Optional.ofNullable(qualified.get(organisation))
                .filter(families::contains)
                .isPresent();
    }

    @Override
    public boolean isAccredited(OrganisationKey organisation, SchemeId under, LocalDate on) {
        return laboratories.values().stream()
                .filter(known -> known.organisation().key().equals(organisation))
                .anyMatch(known -> known.isAccreditedFor(under, on));
    }

    @Override
    public boolean isFacility(String organisation) {
        return facilities.contains(organisation);
    }

    @Override
    public boolean handledComplaint(Dossier dossier, String name) {
        return false;
    }

    @Override
    public List<LaboratoryId> evaluatorsOf(VisaId visa) {
        return evaluators.getOrDefault(visa, List.of());
    }

    @Override
    public WorkingDays workingDays() {
        return new WorkingDays(Holidays.french(), Set.of());
    }

    @Override
    public CertificationBody certificationBody() {
        return issuer;
    }
}
