package org.sceau.it.persistence;

import static org.sceau.it.persistence.Matters.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sceau.it.house.House;
import org.sceau.registry.application.evaluating.ReadDossiers.OpenStep;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.visa.VisaId;

/**
 * People who carry dossiers of any scheme from the first application to a visa, and visas on to what follows, through the use cases alone;
 * mostly by what leads on, now and then by what comes to their minds. Everything follows from the seed.
 */
final class LifeWalk {
    /** A dossier that nobody brings further is left alone after so many attempts. */
    private static final int PATIENCE = 150;

    private static final int WEARY_AFTER = 12;

    private final House house;
    private final Random random;
    private final List<VisaId> visas;
    private final LifeApplicant applicant;
    private final LifeDecisions decisions;
    private final LifeApprovals approvals;
    private final LifePeople people;
    private final LifeAims aims;
    private final Map<SchemeVersionId, List<DossierId>> running = new HashMap<>();
    private final List<DossierId> all = new ArrayList<>();
    private final Map<DossierId, Integer> attempts = new HashMap<>();
    /** How often each was not brought further since it was. */
    private final Map<DossierId, Integer> refused = new HashMap<>();
    /** Why a dossier was not brought further the last time. */
    private final Map<DossierId, Refusal> inTheWay = new HashMap<>();

    /** Who evaluated what a visa was granted for: the first to be asked again. */
    private final Map<VisaId, List<LaboratoryId>> evaluators = new HashMap<>();

    private final Map<String, Integer> done = new TreeMap<>();
    private Consumer<LifeDecisions.Decided> decided = made -> {};

    /** @param visas those that were granted; more are added as they are */
    LifeWalk(House house, Random random, List<VisaId> visas, LifeAims aims, LifePeople people) {
        this.house = house;
        this.random = random;
        this.visas = visas;
        this.aims = aims;
        this.people = people;
        this.applicant = new LifeApplicant(house, random, visas, aims, people::accredited);
        this.decisions = new LifeDecisions(house, random);
        this.approvals = new LifeApprovals(house, random, people);
    }

    /** Who looks at each decision that was carried out about a dossier. */
    void eachDecided(Consumer<LifeDecisions.Decided> look) {
        decided = look;
    }

    /** All that were ever opened. */
    List<DossierId> dossiers() {
        return all;
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
        List<DossierId> here = running.computeIfAbsent(scheme.id(), any -> new ArrayList<>());
        if (here.isEmpty() || here.size() < 3 && random.nextInt(20) == 0) {
            return tried(() -> open(scheme));
        }
        Dossier dossier = house.dossiers.find(any(here)).orElseThrow().dossier();
        Optional<Refusal> refusal = tried(() -> onwards(dossier));
        refusal.ifPresentOrElse(
                known -> {
                    inTheWay.put(dossier.id(), known);
                    boolean unfit =
                            known.code().startsWith("lab-") || known.code().equals("conformity-body-not-accredited");
                    if (unfit && random.nextInt(3) == 0) {
                        people.leave(scheme);
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

    /** Nobody works any more on the oldest that is under way under a scheme. */
    void forget(SchemeVersion scheme) {
        Optional<DossierId> sent = running.getOrDefault(scheme.id(), List.of()).stream()
                .filter(id -> house.dossiers
                                .find(id)
                                .orElseThrow()
                                .dossier()
                                .history()
                                .stages()
                                .size()
                        > 1)
                .findFirst();
        sent.ifPresent(id -> {
            running.get(scheme.id()).remove(id);
            accepted("forgotten");
        });
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
        Dossier opened = applicant.open(scheme, people::evaluator);
        running.computeIfAbsent(scheme.id(), any -> new ArrayList<>()).add(opened.id());
        all.add(opened.id());
        accepted("opened " + opened.opening().kind());
        if (applicant.showStaff(opened)) {
            accepted("staff");
        }
        boolean promising = applicant.reconsider(opened);
        accepted("application");
        if (!promising && random.nextInt(3) > 0) {
            // Hardly anybody applies for what cannot be granted.
            running.get(scheme.id()).remove(opened.id());
            accepted("left as a draft");
        }
    }

    private void onwards(Dossier dossier) {
        Conduct conduct = conduct(dossier);
        Procedure procedure = conduct.procedure();
        boolean over = procedure.stage(dossier.stage()).orElseThrow().phase().isEnd();
        if (over || attempts.merge(dossier.id(), 1, Integer::sum) > PATIENCE) {
            running.get(dossier.opening().scheme()).remove(dossier.id());
            accepted(over ? "ended" : "given up");
            return;
        }
        Optional<Approval> pending = dossier.history().approvals().stream()
                .filter(Approval::isPending)
                .findFirst();
        if (pending.isPresent() && random.nextInt(4) > 0) {
            accepted(approvals.answer(
                    dossier, procedure.approval(pending.get().type()).orElseThrow(), pending.get()));
            return;
        }
        if (Stating.isAwaited(dossier, procedure) && !dossier.laboratories().isEmpty() && random.nextInt(4) > 0) {
            house.handling.state(
                    people.somebody(dossier, Set.of(Role.EVALUATOR)),
                    dossier.id(),
                    seen(dossier),
                    applicant.stated(scheme(dossier)));
            accepted("plan");
            return;
        }
        Situation situation = house.acts.look(dossier, house.clock.instant()).situation();
        Optional<ConclusionType> due = procedure.conclusions().stream()
                .filter(type -> type.at().contains(dossier.stage()))
                .filter(type -> !situation.isFavourable(type.id()))
                .findFirst();
        if (due.isPresent() && random.nextInt(3) > 0) {
            // What is judged comes before the judgement.
            due.get().about().stream()
                    .filter(paper -> !situation.hasDocument(paper, Optional.empty()))
                    .findFirst()
                    .ifPresentOrElse(
                            paper -> deposit(dossier, procedure.document(paper).orElseThrow()),
                            () -> conclude(dossier, due.get()));
            return;
        }
        Map<String, String> lacks = Optional.ofNullable(inTheWay.get(dossier.id()))
                .map(Refusal::details)
                .orElse(Map.of());
        if (lacks.containsKey("document")) {
            deposit(dossier, procedure.document(lacks.get("document")).orElseThrow());
        } else if (lacks.containsKey("conclusion")) {
            conclude(dossier, procedure.conclusion(lacks.get("conclusion")).orElseThrow());
        } else {
            step(dossier, procedure);
        }
    }

    private void deposit(Dossier dossier, DocumentType type) {
        if (waitsForLaboratory(dossier, type.by())) {
            assign(dossier);
            return;
        }
        new Matters(house).deposit(people.somebody(dossier, type.by()), dossier, type.id());
        accepted("deposit");
    }

    private static boolean waitsForLaboratory(Dossier dossier, Set<Role> by) {
        return by.equals(Set.of(Role.EVALUATOR)) && dossier.laboratories().isEmpty();
    }

    private void assign(Dossier dossier) {
        house.handling.assign(
                people.somebody(dossier, Set.of(Role.CERTIFIER)),
                dossier.id(),
                seen(dossier),
                dossier.opening()
                        .about()
                        .flatMap(visa -> Optional.ofNullable(evaluators.get(visa)))
                        .filter(former -> !former.isEmpty() && random.nextInt(8) > 0)
                        .orElseGet(() -> List.of(people.laboratory(scheme(dossier)))));
        accepted("assignment");
    }

    private void conclude(Dossier dossier, ConclusionType type) {
        if (waitsForLaboratory(dossier, type.by())) {
            assign(dossier);
            return;
        }
        house.handling.conclude(
                people.somebody(dossier, type.by()),
                dossier.id(),
                seen(dossier),
                type.id(),
                random.nextInt(25) > 0,
                "Motifs.");
        accepted("conclusion");
    }

    /** A step somebody may take and that leads on; else what one of them waits for. */
    private void step(Dossier dossier, Procedure procedure) {
        List<OpenStep> open = people.at(dossier)
                .flatMap(actor -> house.reading.steps(actor, dossier.id()).steps().stream())
                .toList();
        List<OpenStep> hopeful = open.stream()
                .filter(step -> leadsOn(procedure, dossier, step.move()))
                .toList();
        Optional<OpenStep> sought = sought(dossier, open);
        if (sought.isPresent() && random.nextInt(6) > 0) {
            if (waits(sought.get())) {
                provide(dossier, procedure, List.of(sought.get()));
            } else {
                decide(dossier, sought.get().move());
            }
            return;
        }
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
                    people.somebody(dossier, move.by()),
                    dossier.id(),
                    seen(dossier),
                    move.step(),
                    Optional.of("Motifs."));
            accepted("step");
        } else if (decision.isPresent() && random.nextInt(6) > 0) {
            decide(dossier, decision.get().move());
        } else {
            provide(dossier, procedure, rows);
        }
    }

    /** The decision that nobody made yet under the version, where one waits here. */
    private Optional<OpenStep> sought(Dossier dossier, List<OpenStep> open) {
        List<DecisionKind> aimed = aims.open(scheme(dossier));
        return open.stream()
                .filter(step -> step.move().decides().filter(aimed::contains).isPresent())
                .min(Comparator.comparing(
                        step -> aimed.indexOf(step.move().decides().orElseThrow())));
    }

    private void decide(Dossier dossier, Move row) {
        LifeDecisions.Decided made = decisions.decide(dossier, row);
        made.granted().ifPresent(visa -> {
            visas.add(visa);
            evaluators.put(visa, dossier.laboratories());
            applicant.granted(visa, dossier);
        });
        accepted("decided " + made.content().kind());
        decided.accept(made);
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
            approvals.ask(dossier, any(procedure.approvals()));
            accepted("request");
        } else if (random.nextInt(4) == 0) {
            applicant.reconsider(dossier);
            accepted("application");
        }
    }

    private static List<String> details(List<Refusal> refusals, String name) {
        return refusals.stream()
                .flatMap(refusal -> Stream.ofNullable(refusal.details().get(name)))
                .toList();
    }

    private static boolean leadsOn(Procedure procedure, Dossier dossier, Move move) {
        Phase phase = procedure.stage(move.to()).orElseThrow().phase();
        return phase != Phase.CLOSED && phase != Phase.REFUSED && procedure.isAtOrAfter(move.to(), dossier.stage());
    }

    private Conduct conduct(Dossier dossier) {
        return scheme(dossier).conduct().orElseThrow();
    }

    private SchemeVersion scheme(Dossier dossier) {
        return house.schemes.version(dossier.opening().scheme()).orElseThrow();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
