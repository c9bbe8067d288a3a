package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.handling.Approving;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Moves;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.dossier.handling.Questioning;
import org.sceau.registry.domain.dossier.handling.Rights;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.OrganisationKey;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/**
 * One dossier under any scheme, walked by people who try what comes to their minds: often what would carry it on, sometimes what they may
 * not. Everything follows from the seed.
 */
final class Walk implements Surroundings {
    private static final String AUTHORITY = "Autorité de démonstration";
    private static final String VENDOR = "Halcyon Cards";
    private static final List<String> LABORATORIES = List.of("Arvor Évaluation", "Laboratoire Oxalis", "Vigie Ponant");
    /** Levels of each family: every walk needs those of all of them. */
    private static final Map<FamilyId, List<Level>> LEVELS = new ConcurrentHashMap<>();
    /** Families of visas to rest on, each in force, one suspended. */
    private final Map<VisaId, Other> visas = new HashMap<>();

    private final DrawnApplications applications;
    private final Map<LaboratoryId, Laboratory> laboratories = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final Random random;
    private final SchemeVersion scheme;
    private final DossierKind kind;
    private LocalDate day;
    private Dossier dossier;
    private Optional<String> refusal = Optional.empty();

    Walk(SchemeVersion scheme, Schemes schemes, Random random) {
        this.random = random;
        this.scheme = scheme;
        this.day = LocalDate.parse("2026-01-05").plusDays(random.nextInt(400));
        List<DossierKind> kinds = List.copyOf(conduct().procedure().kinds());
        this.kind = random.nextInt(3) == 0 ? pick(kinds) : DossierKind.INITIAL;
        schemes.families().forEach(family -> addVisas(schemes, family.id()));
        List<VisaId> toRestOn = visas.keySet().stream()
                .sorted(Comparator.comparing(VisaId::toString))
                .toList();
        this.applications = new DrawnApplications(scheme, random, () -> day, () -> toRestOn);
        addLaboratories();
        people();
        Optional<VisaId> about = kind.isFollowUp() ? Optional.of(new VisaId(id())) : Optional.empty();
        Person vendor = new Person("v1", VENDOR, Role.SPONSOR);
        Opening opening = new Opening("D-2026-001", scheme.id(), scheme.definition(), kind, about, vendor, at(), day);
        Parties parties =
                new Parties(Organisation.named(VENDOR), Optional.empty(), Organisation.named(VENDOR), List.of());
        dossier = Dossier.open(
                new DossierId(id()),
                opening,
                applications.any(),
                parties,
                conduct().procedure().start());
        dossier = Dossier.open(
                dossier.id(),
                opening,
                goodApplication(),
                parties,
                conduct().procedure().start());
    }

    Dossier dossier() {
        return dossier;
    }

    Conduct conduct() {
        return scheme.conduct().orElseThrow();
    }

    SchemeVersion scheme() {
        return scheme;
    }

    boolean isEnded() {
        return conduct()
                .procedure()
                .stage(dossier.stage())
                .orElseThrow()
                .phase()
                .isEnd();
    }

    Handling look() {
        return new Handling(dossier, scheme, this, at(), day);
    }

    /** Those that may be assigned, and those that may not. */
    Collection<Laboratory> laboratories() {
        return laboratories.values();
    }

    /** Why the last act was refused; empty when it was accepted. */
    Optional<String> refusal() {
        return refusal;
    }

    /** Tries one act; tells whether it was accepted. */
    boolean tryOne() {
        if (random.nextInt(6) == 0) {
            day = day.plusDays(random.nextInt(25));
        }
        try {
            dossier = act();
            refusal = Optional.empty();
        } catch (Refused refused) {
            refusal = Optional.of(refused.refusal().code());
        }
        return refusal.isEmpty();
    }

    private Dossier act() {
        int choice = random.nextInt(100);
        if (choice < 80) {
            return onwards();
        }
        Person person = pick(people);
        return switch (choice % 8) {
            case 0 -> Moves.take(look(), anyStep(), person, reason());
            case 1 -> Filing.deposit(look(), deposit(pick(documentTypes()), person));
            case 2 -> Filing.change(look(), random.nextBoolean() ? applications.any() : goodApplication(), person);
            case 3 -> Filing.assign(look(), List.of(pick(List.copyOf(laboratories.keySet()))), person);
            case 4 ->
                Questioning.ask(
                        look(),
                        random.nextBoolean() ? Role.SPONSOR : Role.EVALUATOR,
                        Optional.empty(),
                        Optional.empty(),
                        "Pourquoi ?",
                        day.plusDays(10),
                        person);
            case 5 -> approval(person);
            case 6 ->
                random.nextInt(3) > 0
                        ? conclusion(person, random.nextInt(4) > 0)
                        : Stating.state(look(), applications.stated(), person);
            default -> Questioning.settle(look(), 1 + random.nextInt(3), person);
        };
    }

    /** What would carry the dossier on: a document, a conclusion, an answer that a row waits for, or the row itself. */
    private Dossier onwards() {
        List<Move> all = conduct().procedure().movesFrom(dossier.stage(), kind);
        List<Move> hopeful = all.stream().filter(this::isHopeful).toList();
        List<Move> rows = hopeful.isEmpty() || random.nextInt(25) == 0 ? all : hopeful;
        if (rows.isEmpty()) {
            return Moves.take(look(), "nowhere", pick(people), Optional.empty());
        }
        for (Question question : dossier.history().questions()) {
            if (question.isOpen()) {
                return Questioning.answer(look(), question.number(), "Parce que.", someone(question.to()));
            }
        }
        for (Approval approval : dossier.history().approvals()) {
            if (approval.isPending()) {
                return answer(approval.type(), true);
            }
        }
        if (Stating.isAwaited(dossier, conduct().procedure())
                && !dossier.laboratories().isEmpty()) {
            return Stating.state(look(), applications.stated(), someone(Role.EVALUATOR));
        }
        var gaps = Preflight.of(look(), rows.get(0).to());
        for (var gap : gaps) {
            if (gap.details().containsKey("document")) {
                return Filing.deposit(look(), deposit(gap.details().get("document"), null));
            }
        }
        for (var type : conduct().procedure().conclusions()) {
            boolean due =
                    type.at().contains(dossier.stage()) && !look().situation().isFavourable(type.id());
            if (due && random.nextInt(4) > 0) {
                return conclude(type.id(), random.nextInt(12) > 0);
            }
        }
        Move row = pick(rows);
        for (String type : row.documents()) {
            if (!look().situation().hasDocument(type, Optional.empty())) {
                return Filing.deposit(look(), deposit(type, null));
            }
        }
        for (String type : row.conclusions()) {
            if (!look().situation().isFavourable(type)) {
                return conclude(type, random.nextInt(12) > 0);
            }
        }
        boolean waitsForLaboratory =
                !conduct().competences().isEmpty() && dossier.laboratories().isEmpty();
        if (waitsForLaboratory && row.by().contains(Role.CERTIFIER) && random.nextBoolean()) {
            return Filing.assign(look(), List.of(pick(List.copyOf(laboratories.keySet()))), someone(Role.CERTIFIER));
        }
        return row.decides().isPresent() ? decide(row) : take(row);
    }

    /** Whether a row leads on, towards a grant. */
    private boolean isHopeful(Move move) {
        var procedure = conduct().procedure();
        var phase = procedure.stage(move.to()).orElseThrow().phase();
        return phase != Phase.CLOSED && phase != Phase.REFUSED && procedure.isAtOrAfter(move.to(), dossier.stage());
    }

    private Dossier take(Move row) {
        try {
            return Moves.take(look(), row.step(), someone(pick(List.copyOf(row.by()))), Optional.of("Motifs."));
        } catch (Refused refused) {
            return unblock(refused);
        }
    }

    /** Two people who may: what the use case asks before it carries a decision out. */
    private Dossier decide(Move row) {
        DecisionRule rule = conduct().decision(row.decides().orElseThrow()).orElseThrow();
        Person proposer = someone(pick(List.copyOf(rule.proposedBy())));
        Person approver = someone(pick(List.copyOf(rule.approvedBy())));
        if (proposer.name().equals(approver.name())) {
            return take(row);
        }
        require(Rights.refusal(look(), proposer, rule.proposedBy()));
        require(Rights.refusal(look(), approver, rule.approvedBy()));
        try {
            return Moves.carryOut(look(), row, approver, Optional.of("Motifs."));
        } catch (Refused refused) {
            return unblock(refused);
        }
    }

    /** Asks for an approval, when the scheme knows one that might help. */
    private Dossier unblock(Refused refused) {
        if (conduct().procedure().approvals().isEmpty() || random.nextInt(4) > 0) {
            throw refused;
        }
        return approval(pick(people));
    }

    private Dossier approval(Person person) {
        if (conduct().procedure().approvals().isEmpty()) {
            return Approving.ask(look(), "blessing", "Pour voir.", Optional.empty(), person);
        }
        var type = pick(conduct().procedure().approvals());
        if (random.nextInt(10) == 0) {
            return Approving.takeBack(look(), type.id(), someone(pick(List.copyOf(type.askedBy()))));
        }
        return random.nextBoolean()
                ? Approving.ask(
                        look(),
                        type.id(),
                        "Justification.",
                        !scheme.validity().longerWith().equals(Optional.of(type.id()))
                                ? Optional.empty()
                                : Optional.of(day.plusYears(7)),
                        someone(pick(List.copyOf(type.askedBy()))))
                : answer(type.id(), random.nextBoolean());
    }

    private Dossier answer(String id, boolean given) {
        var type = conduct().procedure().approval(id).orElseThrow();
        Person person = someone(pick(List.copyOf(type.by())));
        Optional<Approval.Proposed> proposed = dossier.history()
                .approval(id)
                .filter(Approval::isPending)
                .flatMap(Approval::proposed)
                .filter(open -> open.isOpenOn(day));
        if (proposed.isEmpty() || random.nextInt(10) == 0) {
            return Approving.answer(look(), id, given, day, "Motifs.", person, CanonicalRecord::digest);
        }
        String digest = proposed.get().digest();
        return given
                ? Approving.approve(look(), id, digest, person)
                : Approving.reject(look(), id, digest, "Motifs.", person);
    }

    private Dossier conclusion(Person person, boolean favourable) {
        return conduct().procedure().conclusions().isEmpty()
                ? Filing.conclude(look(), new Conclusion("gut-feeling", favourable, "Motifs.", person, at()))
                : conclude(pick(conduct().procedure().conclusions()).id(), favourable);
    }

    private Dossier conclude(String id, boolean favourable) {
        var type = conduct().procedure().conclusion(id).orElseThrow();
        Person person = someone(pick(List.copyOf(type.by())));
        return Filing.conclude(look(), new Conclusion(id, favourable, "Motifs.", person, at()));
    }

    private Deposit deposit(String type, @org.jspecify.annotations.Nullable Person by) {
        Person person = by != null
                ? by
                : conduct()
                        .procedure()
                        .document(type)
                        .map(known -> someone(pick(List.copyOf(known.by()))))
                        .orElseGet(() -> pick(people));
        return new Deposit(id(), type, type, "fr", Optional.empty(), List.of(), "b".repeat(64), 10, person, at());
    }

    private List<String> documentTypes() {
        return conduct().procedure().documents().stream().map(type -> type.id()).toList();
    }

    private String anyStep() {
        return pick(conduct().procedure().moves()).step();
    }

    private Optional<String> reason() {
        return random.nextBoolean() ? Optional.of("Motifs.") : Optional.empty();
    }

    /** The application with the fewest gaps and broken rules of some that were thought of. */
    private Application goodApplication() {
        return applications.best(25, this::trouble);
    }

    private long trouble(Application application) {
        Dossier then = DrawnApplications.asking(dossier, application);
        Handling look = new Handling(then, scheme, this, at(), day);
        long gaps = Preflight.of(look, conduct().procedure().start().id()).size();
        long broken = conduct().procedure().rules().stream()
                .filter(rule -> rule.isBrokenIn(look.situation()))
                .count();
        return gaps + broken;
    }

    private void addVisas(Schemes schemes, FamilyId family) {
        List<Level> levels = LEVELS.computeIfAbsent(
                family, any -> schemes.vocabulary(any).orElseThrow().levels());
        for (int i = 0; i < 2; i++) {
            visas.put(
                    new VisaId(UUID.nameUUIDFromBytes(
                            (family.value() + i).getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                    new Other(
                            family,
                            new SchemeId("walked"),
                            new Subject(SubjectKind.PRODUCT, "Sujet", Optional.of("1.0")),
                            day.minusYears(1),
                            Optional.of(day.plusYears(4)),
                            levels.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(pick(levels).id()),
                            Set.of(),
                            i == 0 ? VisaStatus.IN_FORCE : VisaStatus.SUSPENDED));
        }
    }

    private void addLaboratories() {
        DrawnLaboratories drawn = new DrawnLaboratories(scheme, random, day);
        for (int number = 0; number < LABORATORIES.size(); number++) {
            LaboratoryId id = new LaboratoryId(new UUID(0, number));
            String name = LABORATORIES.get(number);
            laboratories.put(id, number == 0 ? drawn.wide(id, name) : drawn.drawn(id, name));
        }
    }

    /** Two of each role, some who change sides, and strangers. */
    private void people() {
        for (Role role : Role.values()) {
            for (int i = 1; i <= 2; i++) {
                people.add(new Person(role.code() + i, organisation(role), role));
            }
        }
        people.add(new Person("evaluator1", AUTHORITY, Role.DECIDER));
        people.add(new Person("evaluator1", AUTHORITY, Role.REVIEWER));
        people.add(new Person("reviewer1", AUTHORITY, Role.DECIDER));
        people.add(new Person("inside", VENDOR, Role.CERTIFIER));
        people.add(new Person("stranger", "Brume Télécom", Role.SPONSOR));
    }

    private static String organisation(Role role) {
        return switch (role) {
            case SPONSOR -> VENDOR;
            case EVALUATOR -> LABORATORIES.get(0);
            default -> AUTHORITY;
        };
    }

    /** Somebody of a role, most of the time one who did not change sides, of the assigned laboratory. */
    private Person someone(Role role) {
        List<Person> known = people.stream().filter(p -> p.role() == role).toList();
        Person person = random.nextInt(12) == 0 ? pick(known) : known.get(random.nextInt(2));
        if (role == Role.EVALUATOR && !dossier.laboratories().isEmpty()) {
            String own = laboratory(dossier.laboratories().get(0))
                    .orElseThrow()
                    .organisation()
                    .name();
            return new Person(person.name(), own, role);
        }
        return person;
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private java.time.Instant at() {
        return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    private static void require(Optional<org.sceau.registry.domain.refusal.Refusal> refusal) {
        refusal.ifPresent(refused -> {
            throw refused.asException();
        });
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
        return organisation.equals(OrganisationKey.of(LABORATORIES.get(0)));
    }

    /** A title that rests on the first day of each month. */
    @Override
    public boolean isAccredited(OrganisationKey organisation, SchemeId under, LocalDate on) {
        return on.getDayOfMonth() > 1;
    }

    @Override
    public boolean isFacility(String organisation) {
        return false;
    }

    @Override
    public boolean handledComplaint(Dossier dossier, String name) {
        return false;
    }

    @Override
    public List<LaboratoryId> evaluatorsOf(VisaId visa) {
        return List.of(new LaboratoryId(new UUID(0, 0)));
    }

    @Override
    public WorkingDays workingDays() {
        return new WorkingDays(Holidays.french(), Set.of());
    }

    @Override
    public CertificationBody certificationBody() {
        return new CertificationBody(
                "9991",
                false,
                Stream.of(Entitlement.Kind.ACCREDITATION, Entitlement.Kind.NOTIFICATION, Entitlement.Kind.AUTHORISATION)
                        .map(kind -> new Entitlement(
                                kind,
                                "REF-" + kind,
                                Set.of(scheme.id().scheme()),
                                Set.of(),
                                day.minusYears(1),
                                day.plusDays(30)))
                        .toList());
    }
}
