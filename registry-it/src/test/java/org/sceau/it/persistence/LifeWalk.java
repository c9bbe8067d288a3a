package org.sceau.it.persistence;

import static org.sceau.it.persistence.Matters.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.evaluating.ReadDossiers.OpenStep;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.DrawnApplications;
import org.sceau.registry.domain.dossier.DrawnLaboratories;
import org.sceau.registry.domain.dossier.handling.Foreseen;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * People who carry dossiers of any scheme from the first application to a visa, and visas on to what follows, through the use cases alone;
 * mostly by what leads on, now and then by what comes to their minds. Everything follows from the seed.
 */
final class LifeWalk {
    private static final int THOUGHT_OF = 40;
    /** A dossier that nobody brings further is left alone after so many attempts. */
    private static final int PATIENCE = 150;

    private static final int WEARY_AFTER = 12;

    private final House house;
    private final Random random;
    private final List<VisaId> visas;
    private final LifeDecisions decisions;
    private final Map<SchemeVersion, LaboratoryId> laboratories = new HashMap<>();
    private final List<DossierId> running = new ArrayList<>();
    private final Map<DossierId, Integer> attempts = new HashMap<>();
    /** How often each was not brought further since it was. */
    private final Map<DossierId, Integer> refused = new HashMap<>();
    /** Why a dossier was not brought further the last time. */
    private final Map<DossierId, Refusal> inTheWay = new HashMap<>();

    private final Map<String, Integer> done = new TreeMap<>();
    private Consumer<LifeDecisions.Decided> decided = made -> {};

    /** @param visas those that were granted; more are added as they are */
    LifeWalk(House house, Random random, List<VisaId> visas) {
        this.house = house;
        this.random = random;
        this.visas = visas;
        this.decisions = new LifeDecisions(house, random);
    }

    /** Who looks at each decision that was carried out about a dossier. */
    void eachDecided(Consumer<LifeDecisions.Decided> look) {
        decided = look;
    }

    /** How often each kind of act was accepted. */
    Map<String, Integer> done() {
        return done;
    }

    /**
     * One act on a dossier under a scheme, or another dossier that is opened.
     *
     * @return why it was refused; empty when it was not
     */
    Optional<Refusal> tryOne(SchemeVersion scheme) {
        house.clock.advance(Duration.ofMinutes(1 + random.nextInt(300)));
        List<Dossier> here = running.stream()
                .map(id -> house.dossiers.find(id).orElseThrow().dossier())
                .filter(dossier -> dossier.opening().scheme().equals(scheme.id()))
                .toList();
        if (here.isEmpty() || here.size() < 3 && random.nextInt(20) == 0) {
            return tried(() -> open(scheme));
        }
        Dossier dossier = here.get(random.nextInt(here.size()));
        Optional<Refusal> refusal = tried(() -> onwards(dossier));
        refusal.ifPresentOrElse(
                known -> {
                    inTheWay.put(dossier.id(), known);
                    if (known.code().startsWith("lab-") && random.nextInt(3) == 0) {
                        // Another one is asked the next time.
                        laboratories.remove(scheme);
                    }
                    if (known.code().equals("conclusion-not-now")) {
                        // What is concluded earlier is not concluded here: back, or to an end.
                        inTheWay.remove(dossier.id());
                        refused.put(dossier.id(), WEARY_AFTER);
                    }
                    refused.merge(dossier.id(), 1, Integer::sum);
                },
                () -> inTheWay.remove(dossier.id()));
        return refusal;
    }

    private static Optional<Refusal> tried(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
    }

    private void accepted(String act) {
        done.merge(act, 1, Integer::sum);
    }

    private void open(SchemeVersion scheme) {
        Conduct conduct = scheme.conduct().orElseThrow();
        boolean anyStatus = random.nextInt(6) == 0;
        List<VisaId> own = visas.stream()
                .filter(id -> house.visas
                        .find(id)
                        .filter(visa -> anyStatus || isInForce(visa))
                        .filter(visa -> visa.facts()
                                .scheme()
                                .scheme()
                                .equals(scheme.id().scheme()))
                        .isPresent())
                .toList();
        List<DossierKind> following = conduct.procedure().kinds().stream()
                .filter(kind -> conduct.followUp(kind).isPresent())
                .sorted()
                .toList();
        boolean follows = !own.isEmpty() && !following.isEmpty() && random.nextInt(4) > 0;
        Optional<Visa> about = follows ? house.visas.find(any(own)) : Optional.empty();
        DossierKind kind = follows ? any(following) : DossierKind.INITIAL;
        DrawnApplications applications = applications(scheme);
        Dossier opened = house.opening.open(
                Matters.VENDOR,
                new OpenDossier.Request(
                        scheme.id(),
                        kind,
                        about.map(Visa::id),
                        about(kind, about, applications.any()),
                        Optional.empty(),
                        about.isEmpty() && random.nextInt(4) == 0 ? evaluator() : Optional.empty(),
                        List.of()));
        running.add(opened.id());
        accepted("opened " + kind);
        reconsider(opened, applications, about);
    }

    /** Some laboratories must hold a visa themselves. */
    private Optional<String> evaluator() {
        return laboratories.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().conduct().orElseThrow().evaluatorVisas().isEmpty())
                .flatMap(entry -> house.laboratories.find(entry.getValue()).stream())
                .map(known -> known.laboratory().organisation().name())
                .min(Comparator.naturalOrder());
    }

    /** The applicant asks for what has the least trouble of some that were thought of. */
    private void reconsider(Dossier dossier, DrawnApplications applications, Optional<Visa> about) {
        Application best = applications.best(
                THOUGHT_OF, thought -> trouble(dossier, about(dossier.opening().kind(), about, thought)));
        house.handling.changeApplication(
                Matters.VENDOR,
                dossier.id(),
                seen(dossier),
                about(dossier.opening().kind(), about, best));
        accepted("application");
    }

    private DrawnApplications applications(SchemeVersion scheme) {
        List<VisaId> newest = newest();
        return new DrawnApplications(scheme, random, house.calendar::today, () -> newest);
    }

    /** The newest visa in force of each scheme: of all there are, hardly any would be what an application has to rest on. */
    private List<VisaId> newest() {
        Map<String, VisaId> newest = new TreeMap<>();
        visas.forEach(id -> house.visas
                .find(id)
                .filter(this::isInForce)
                .ifPresent(visa -> newest.put(visa.facts().scheme().scheme().value(), id)));
        return List.copyOf(newest.values());
    }

    private boolean isInForce(Visa visa) {
        return visa.facts()
                        .statusOn(
                                house.calendar.today(),
                                house.schemes.statusAtEnd(visa.facts().scheme()))
                        .status()
                == VisaStatus.IN_FORCE;
    }

    /** What follows a visa is about its subject, in that version or another one. */
    private Application about(DossierKind kind, Optional<Visa> about, Application asked) {
        return about.map(visa -> visa.facts().subject())
                .map(subject -> new Application(
                        new Subject(
                                subject.kind(),
                                subject.name(),
                                isOfAnotherVersion(kind) ? Optional.of("1." + random.nextInt(20)) : subject.versions()),
                        asked.level(),
                        asked.scopes(),
                        asked.category(),
                        asked.nationalSecurity(),
                        asked.facts(),
                        asked.bases(),
                        asked.listed()))
                .orElse(asked);
    }

    private boolean isOfAnotherVersion(DossierKind kind) {
        return kind == DossierKind.MAINTENANCE || kind == DossierKind.REEVALUATION || random.nextInt(8) == 0;
    }

    private long trouble(Dossier dossier, Application application) {
        Dossier then = new Dossier(
                dossier.id(),
                dossier.opening(),
                application,
                dossier.parties(),
                dossier.laboratories(),
                List.of(),
                List.of(),
                dossier.history(),
                dossier.version());
        Handling look = house.acts.look(then, house.clock.instant());
        return Preflight.of(look, conduct(then).procedure().start().id()).size()
                + Foreseen.of(look).size();
    }

    private void onwards(Dossier dossier) {
        Conduct conduct = conduct(dossier);
        Procedure procedure = conduct.procedure();
        boolean over = procedure.stage(dossier.stage()).orElseThrow().phase().isEnd();
        if (over || attempts.merge(dossier.id(), 1, Integer::sum) > PATIENCE) {
            running.remove(dossier.id());
            accepted(over ? "ended" : "given up");
            return;
        }
        Optional<Approval> pending = dossier.history().approvals().stream()
                .filter(Approval::isPending)
                .findFirst();
        if (pending.isPresent() && random.nextInt(4) > 0) {
            answer(dossier, procedure.approval(pending.get().type()).orElseThrow(), pending.get());
            return;
        }
        Optional<ConclusionType> due = procedure.conclusions().stream()
                .filter(type -> type.at().contains(dossier.stage()))
                .filter(type -> dossier.history()
                        .conclusion(type.id())
                        .filter(Conclusion::favourable)
                        .isEmpty())
                .findFirst();
        if (due.isPresent() && random.nextInt(3) > 0) {
            conclude(dossier, due.get());
            return;
        }
        Map<String, String> lacks = Optional.ofNullable(inTheWay.get(dossier.id()))
                .map(Refusal::details)
                .orElse(Map.of());
        if (lacks.containsKey("conclusion")) {
            conclude(dossier, procedure.conclusion(lacks.get("conclusion")).orElseThrow());
        } else if (lacks.containsKey("document")) {
            deposit(dossier, procedure.document(lacks.get("document")).orElseThrow());
        } else {
            step(dossier, procedure);
        }
    }

    private void deposit(Dossier dossier, DocumentType type) {
        if (waitsForLaboratory(dossier, type.by())) {
            assign(dossier);
            return;
        }
        new Matters(house).deposit(somebody(dossier, type.by()), dossier, type.id());
        accepted("deposit");
    }

    private static boolean waitsForLaboratory(Dossier dossier, Set<Role> by) {
        return by.equals(Set.of(Role.EVALUATOR)) && dossier.laboratories().isEmpty();
    }

    private void assign(Dossier dossier) {
        house.handling.assign(
                somebody(dossier, Set.of(Role.CERTIFIER)),
                dossier.id(),
                seen(dossier),
                List.of(laboratory(scheme(dossier))));
        accepted("assignment");
    }

    private void conclude(Dossier dossier, ConclusionType type) {
        if (waitsForLaboratory(dossier, type.by())) {
            assign(dossier);
            return;
        }
        house.handling.conclude(
                somebody(dossier, type.by()),
                dossier.id(),
                seen(dossier),
                type.id(),
                random.nextInt(25) > 0,
                "Motifs.");
        accepted("conclusion");
    }

    /** A step somebody may take and that leads on; else what one of them waits for. */
    private void step(Dossier dossier, Procedure procedure) {
        List<OpenStep> open = people(dossier)
                .flatMap(actor -> house.reading.steps(actor, dossier.id()).steps().stream())
                .toList();
        List<OpenStep> hopeful = open.stream()
                .filter(step -> leadsOn(procedure, dossier, step.move()))
                .toList();
        List<OpenStep> rows = hopeful.isEmpty() || isWeary(dossier) || random.nextInt(200) == 0 ? open : hopeful;
        List<OpenStep> free = rows.stream()
                .filter(step ->
                        step.refusal().isEmpty() && step.move().decides().isEmpty())
                .toList();
        // What a decision carries out is no step that anybody takes: only its documents and conclusions are in the way.
        Optional<OpenStep> decision = rows.stream()
                .filter(step -> step.move().decides().isPresent())
                .filter(step -> !waits(step))
                .min(Comparator.comparing(step -> random.nextInt()));
        if (!free.isEmpty() && random.nextInt(6) > 0) {
            Move move = any(free).move();
            refused.remove(dossier.id());
            house.handling.takeStep(
                    somebody(dossier, move.by()), dossier.id(), seen(dossier), move.step(), Optional.of("Motifs."));
            accepted("step");
        } else if (decision.isPresent() && random.nextInt(6) > 0) {
            LifeDecisions.Decided made =
                    decisions.decide(dossier, decision.get().move());
            made.granted().ifPresent(visas::add);
            accepted("decided " + made.content().kind());
            decided.accept(made);
        } else {
            provide(dossier, procedure, rows);
        }
    }

    /** Who was refused often enough goes another way: back, or to an end. */
    private boolean isWeary(Dossier dossier) {
        return refused.getOrDefault(dossier.id(), 0) > WEARY_AFTER;
    }

    private static boolean waits(OpenStep step) {
        return step.refusal()
                .filter(refusal -> refusal.details().containsKey("document")
                        || refusal.details().containsKey("conclusion"))
                .isPresent();
    }

    /** Something that a step waits for. */
    private void provide(Dossier dossier, Procedure procedure, List<OpenStep> rows) {
        List<Refusal> refusals =
                rows.stream().flatMap(step -> step.refusal().stream()).toList();
        List<String> documents = new ArrayList<>(details(refusals, "document"));
        Handling look = house.acts.look(dossier, house.clock.instant());
        rows.forEach(step -> Preflight.of(look, step.move().to())
                .forEach(finding ->
                        Optional.ofNullable(finding.details().get("document")).ifPresent(documents::add)));
        List<String> conclusions = details(refusals, "conclusion");
        boolean lacksLaboratory = dossier.laboratories().isEmpty()
                && !conduct(dossier).competences().isEmpty();
        if (!documents.isEmpty() && random.nextInt(5) > 0) {
            deposit(dossier, procedure.document(any(documents)).orElseThrow());
        } else if (!conclusions.isEmpty() && random.nextInt(5) > 0) {
            conclude(dossier, procedure.conclusion(any(conclusions)).orElseThrow());
        } else if (lacksLaboratory && random.nextInt(4) > 0) {
            assign(dossier);
        } else if (!procedure.approvals().isEmpty() && random.nextBoolean()) {
            ask(dossier, any(procedure.approvals()));
        } else if (random.nextInt(4) == 0) {
            reconsider(
                    dossier,
                    applications(scheme(dossier)),
                    dossier.opening().about().flatMap(house.visas::find));
        }
    }

    private static List<String> details(List<Refusal> refusals, String name) {
        return refusals.stream()
                .flatMap(refusal -> Stream.ofNullable(refusal.details().get(name)))
                .toList();
    }

    private void ask(Dossier dossier, ApprovalType type) {
        boolean longer = scheme(dossier).validity().longerWith().equals(Optional.of(type.id()));
        house.handling.askApproval(
                somebody(dossier, type.askedBy()),
                dossier.id(),
                seen(dossier),
                type.id(),
                "Justification.",
                longer ? Optional.of(house.calendar.today().plusYears(7)) : Optional.empty());
        accepted("request");
    }

    private void answer(Dossier dossier, ApprovalType type, Approval approval) {
        Optional<Approval.Proposed> waiting = approval.openOn(house.calendar.today());
        if (waiting.isEmpty()) {
            house.handling.answerApproval(
                    somebody(dossier, type.by()),
                    dossier.id(),
                    seen(dossier),
                    type.id(),
                    random.nextInt(6) > 0,
                    house.calendar.today(),
                    "Motifs.");
            accepted("answer");
        } else {
            house.handling.approveAnswer(
                    second(dossier, type.by()),
                    dossier.id(),
                    seen(dossier),
                    type.id(),
                    waiting.get().digest());
            accepted("second word");
        }
    }

    private static boolean leadsOn(Procedure procedure, Dossier dossier, Move move) {
        Phase phase = procedure.stage(move.to()).orElseThrow().phase();
        return phase != Phase.CLOSED && phase != Phase.REFUSED && procedure.isAtOrAfter(move.to(), dossier.stage());
    }

    /** The laboratory that evaluates under a scheme, with titles of this day where it had none yet. */
    private LaboratoryId laboratory(SchemeVersion scheme) {
        return laboratories.computeIfAbsent(scheme, version -> {
            Laboratories.Recorded added =
                    house.keeping.add(Matters.SUPERVISOR, Organisation.named(nameOfLaboratory(version)));
            LaboratoryId id = added.laboratory().id();
            List<Title> titles = new DrawnLaboratories(version, random, house.calendar.today())
                    .wide(id, added.laboratory().organisation().name())
                    .titles();
            for (int i = 0; i < titles.size(); i++) {
                house.keeping.entitle(Matters.SUPERVISOR, id, OptionalLong.of(1 + i), titles.get(i));
            }
            return id;
        });
    }

    private String nameOfLaboratory(SchemeVersion scheme) {
        String name = "Laboratoire " + scheme.id();
        return house.laboratories.named(name).isEmpty() ? name : name + " " + house.journal.size();
    }

    private Conduct conduct(Dossier dossier) {
        return scheme(dossier).conduct().orElseThrow();
    }

    private SchemeVersion scheme(Dossier dossier) {
        return house.schemes.version(dossier.opening().scheme()).orElseThrow();
    }

    /** The first of each role that takes a step here; of laboratories only one that is assigned. */
    private Stream<Actor> people(Dossier dossier) {
        return conduct(dossier)
                .procedure()
                .movesFrom(dossier.stage(), dossier.opening().kind())
                .stream()
                .flatMap(move -> move.by().stream())
                .filter(role ->
                        role != Role.EVALUATOR || !dossier.laboratories().isEmpty())
                .distinct()
                .sorted()
                .map(role -> actor(dossier, role, 1));
    }

    /** Mostly the first person of one of the roles. */
    private Actor somebody(Dossier dossier, Set<Role> roles) {
        List<Role> sorted = roles.stream()
                .filter(role ->
                        role != Role.EVALUATOR || !dossier.laboratories().isEmpty() || roles.size() == 1)
                .sorted()
                .toList();
        return actor(dossier, sorted.get(0), random.nextInt(15) == 0 ? 2 : 1);
    }

    private Actor second(Dossier dossier, Set<Role> roles) {
        return actor(dossier, roles.stream().sorted().findFirst().orElseThrow(), 2);
    }

    private Actor actor(Dossier dossier, Role role, int number) {
        return switch (role) {
            case SPONSOR -> Matters.VENDOR;
            case EVALUATOR ->
                new Actor(
                        role.code() + number,
                        dossier.laboratories().stream()
                                .findFirst()
                                .flatMap(house.laboratories::find)
                                .map(known -> known.laboratory().organisation().name())
                                .orElse("Laboratoire"),
                        Set.of(role));
            default -> LifeDecisions.officer(role, number);
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
