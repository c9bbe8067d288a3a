package org.sceau.it.persistence;

import static org.sceau.it.persistence.Matters.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.Procedure;

/** People who do with dossiers what comes to their minds, through the use cases, and now and then what leads on. */
final class DossierWalk {
    private static final List<Actor> PEOPLE = List.of(
            Matters.VENDOR,
            Matters.CERTIFIER,
            Matters.EVALUATOR,
            Matters.REVIEWER,
            Matters.APPROVER,
            Matters.SECOND_APPROVER);

    private final House house;
    private final Matters matters;
    private final LaboratoryId laboratory;
    private final Random random;
    /** Whether answers bear the day on which they were given elsewhere. */
    private final boolean datedBack;

    private final List<DossierId> dossiers = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();

    DossierWalk(House house, Matters matters, LaboratoryId laboratory, Random random, boolean datedBack) {
        this.house = house;
        this.matters = matters;
        this.laboratory = laboratory;
        this.random = random;
        this.datedBack = datedBack;
    }

    /** Those that were opened, in that order. */
    List<DossierId> dossiers() {
        return dossiers;
    }

    /** How often each kind of act was accepted. */
    Map<String, Integer> done() {
        return done;
    }

    /** One act on one of them, or another one that is opened; refused as the use cases refuse. */
    void tryOne() {
        List<Dossier> running = dossiers.stream()
                .map(id -> house.dossiers.find(id).orElseThrow().dossier())
                .filter(this::isRunning)
                .toList();
        if (running.size() < 2) {
            dossiers.add(matters.opened().id());
            accepted("opening");
            return;
        }
        Dossier dossier = any(running);
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> onwards(dossier);
            case 5, 6 -> question(dossier);
            case 7, 8 -> approval(dossier);
            default -> {
                if (random.nextBoolean()) {
                    deposit(dossier, any(procedure(dossier).documents()).id());
                } else {
                    assign(dossier, random.nextInt(5) == 0 ? List.of() : List.of(laboratory));
                }
            }
        }
    }

    private void assign(Dossier dossier, List<LaboratoryId> assigned) {
        house.handling.assign(Matters.CERTIFIER, dossier.id(), seen(dossier), assigned);
        accepted("assignment");
    }

    private void accepted(String act) {
        done.merge(act, 1, Integer::sum);
    }

    private boolean isRunning(Dossier dossier) {
        return !procedure(dossier).stage(dossier.stage()).orElseThrow().phase().isEnd();
    }

    private Procedure procedure(Dossier dossier) {
        return house.schemes
                .version(dossier.opening().scheme())
                .orElseThrow()
                .conduct()
                .orElseThrow()
                .procedure();
    }

    /** A conclusion that is due, a step that is open, or what one of the steps waits for. */
    private void onwards(Dossier dossier) {
        List<ConclusionType> due = procedure(dossier).conclusions().stream()
                .filter(type -> type.at().contains(dossier.stage()))
                .filter(type -> dossier.history()
                        .conclusion(type.id())
                        .filter(Conclusion::favourable)
                        .isEmpty())
                .toList();
        if (!due.isEmpty() && random.nextBoolean()) {
            ConclusionType type = any(due);
            boolean favourable = random.nextInt(5) > 0;
            house.handling.conclude(somebody(type.by()), dossier.id(), seen(dossier), type.id(), favourable, "Motifs.");
            accepted("conclusion");
            return;
        }
        // An application that is withdrawn, or a step back, is rarely what somebody wants.
        boolean back = random.nextInt(40) == 0;
        List<String> missing = new ArrayList<>();
        for (Actor actor : PEOPLE) {
            for (ReadDossiers.OpenStep open :
                    house.reading.steps(actor, dossier.id()).steps()) {
                if (open.move().decides().isPresent() || open.move().asksReason() != back) {
                    continue;
                }
                if (open.refusal().isEmpty()) {
                    house.handling.takeStep(
                            actor, dossier.id(), seen(dossier), open.move().step(), Optional.of("Motifs."));
                    accepted("step");
                    return;
                }
                Optional.ofNullable(open.refusal().get().details().get("document"))
                        .ifPresent(missing::add);
            }
        }
        if (!missing.isEmpty()) {
            deposit(dossier, any(missing));
        } else if (dossier.laboratories().isEmpty()) {
            assign(dossier, List.of(laboratory));
        }
    }

    private void deposit(Dossier dossier, String type) {
        matters.deposit(somebody(procedure(dossier).document(type).orElseThrow().by()), dossier, type);
        accepted("deposit");
    }

    private void question(Dossier dossier) {
        List<Question> known = dossier.history().questions();
        if (known.isEmpty() || random.nextInt(3) == 0) {
            house.handling.ask(
                    Matters.CERTIFIER,
                    dossier.id(),
                    seen(dossier),
                    random.nextInt(3) > 0 ? Role.SPONSOR : Role.EVALUATOR,
                    Optional.empty(),
                    Optional.empty(),
                    "Pourquoi ?",
                    house.calendar.today().plusDays(random.nextInt(30)));
            accepted("question");
            return;
        }
        Question question = any(known);
        if (question.isOpen()) {
            house.handling.answer(
                    question.to() == Role.SPONSOR ? Matters.VENDOR : Matters.EVALUATOR,
                    dossier.id(),
                    seen(dossier),
                    question.number(),
                    "Parce que.");
            accepted("reply");
        } else if (random.nextBoolean()) {
            house.handling.settle(Matters.CERTIFIER, dossier.id(), seen(dossier), question.number());
            accepted("settlement");
        } else {
            house.handling.askAgain(
                    Matters.CERTIFIER,
                    dossier.id(),
                    seen(dossier),
                    question.number(),
                    "Et encore ?",
                    house.calendar.today().plusDays(20));
            accepted("further round");
        }
    }

    private void approval(Dossier dossier) {
        List<Approval> pending = dossier.history().approvals().stream()
                .filter(Approval::isPending)
                .toList();
        if (pending.isEmpty()) {
            ApprovalType type = any(procedure(dossier).approvals());
            for (String paper : type.documents()) {
                if (dossier.history().documents().stream()
                        .noneMatch(document -> document.type().equals(paper))) {
                    deposit(dossier, paper);
                    return;
                }
            }
            house.handling.askApproval(
                    somebody(type.askedBy()),
                    dossier.id(),
                    seen(dossier),
                    type.id(),
                    "Méthode proposée.",
                    house.schemes
                            .version(dossier.opening().scheme())
                            .flatMap(scheme -> scheme.validity().longerWith())
                            .filter(type.id()::equals)
                            .map(longer -> house.calendar.today().plusYears(8)));
            accepted("request");
            return;
        }
        Approval approval = any(pending);
        Optional<Approval.Proposed> waiting = approval.openOn(house.calendar.today());
        if (random.nextInt(8) == 0) {
            house.handling.takeApprovalBack(Matters.CERTIFIER, dossier.id(), seen(dossier), approval.type());
            accepted("request taken back");
        } else if (waiting.isEmpty() || random.nextInt(6) == 0) {
            Set<Role> by =
                    procedure(dossier).approval(approval.type()).orElseThrow().by();
            house.handling.answerApproval(
                    somebody(by),
                    dossier.id(),
                    seen(dossier),
                    approval.type(),
                    random.nextInt(3) > 0,
                    house.calendar.today().minusDays(datedBack ? random.nextInt(10) : 0),
                    "Motifs.");
            accepted("answer");
        } else if (done.getOrDefault("rejection", 0) < done.getOrDefault("second word", 0)) {
            house.handling.rejectAnswer(
                    Matters.SECOND_APPROVER,
                    dossier.id(),
                    seen(dossier),
                    approval.type(),
                    waiting.get().digest(),
                    "Motifs.");
            accepted("rejection");
        } else {
            house.handling.approveAnswer(
                    Matters.SECOND_APPROVER,
                    dossier.id(),
                    seen(dossier),
                    approval.type(),
                    waiting.get().digest());
            accepted("second word");
        }
    }

    private Actor somebody(Set<Role> roles) {
        return PEOPLE.stream()
                .filter(actor -> actor.roles().stream().anyMatch(roles::contains))
                .findFirst()
                .orElse(Matters.CERTIFIER);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
