package org.sceau.registry.application.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.dossier.handling.Engaging;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.Procedure;

/** The dossiers somebody works on, with what is awaited of whom until when: those that wait for the reader first, then by what is due. */
@ApplicationScoped
public class ReadQueue {
    /** Dossiers that one queue holds: nobody reads more, and each is looked at with its rules. */
    public static final int MOST = 500;

    private final Door door;
    private final DossierActs acts;
    private final ReadDossiers dossiers;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadQueue() {
        this(null, null, null, null);
    }

    @Inject
    public ReadQueue(Door door, DossierActs acts, ReadDossiers dossiers, LegalCalendar calendar) {
        this.door = door;
        this.acts = acts;
        this.dossiers = dossiers;
        this.calendar = calendar;
    }

    /** What is awaited of the reader. */
    public enum Kind {
        /** The step that leads on from the present stage. */
        STAGE,
        /** To assign a laboratory: the stage waits for one, and there is none. */
        ASSIGN,
        /** To accept an assignment, or to decline it. */
        ENGAGE,
        /** To declare the plan of the evaluation, where it is missing. */
        PLAN,
        ANSWER,
        /** To settle an answer, or to ask again. */
        SETTLE,
        /** To answer a request for an approval, or to give the second word. */
        APPROVAL
    }

    /**
     * One thing that is awaited of the reader.
     *
     * @param question its number, for the two kinds about questions
     * @param due      last day in time; absent where none is set
     */
    public record Expected(Kind kind, OptionalInt question, Optional<LocalDate> due) {}

    /**
     * One dossier.
     *
     * @param expected of the reader, the earliest due first; empty while others have to act
     * @param due      the earliest of these, or else the last day of the first clock
     */
    public record Line(DossierSight sight, List<Expected> expected, Optional<LocalDate> due) {
        public boolean isMine() {
            return !expected.isEmpty();
        }
    }

    /** The queue of the reader, at most {@link #MOST} lines; whether there are more. */
    public record Queue(List<Line> lines, boolean more) {}

    public Queue of(Actor actor) {
        return door.prepare(actor, Permission.READ_DOSSIERS, "dossiers", () -> {
            Instant now = calendar.clock().instant();
            List<Line> lines = new ArrayList<>(acts.open(actor, MOST + 1).stream()
                    .map(id -> line(actor, dossiers.computed(actor, acts.any(id), now, now)))
                    .sorted(Comparator.comparing(Line::isMine)
                            .reversed()
                            .thenComparing(line -> line.due().orElse(LocalDate.MAX))
                            .thenComparing(
                                    line -> line.sight().dossier().opening().number()))
                    .toList());
            return new Queue(lines.stream().limit(MOST).toList(), lines.size() > MOST);
        });
    }

    /** One dossier as a line of the reader's queue; for use by whoever shows the dossier itself. */
    public Line line(Actor actor, DossierSight sight) {
        Dossier dossier = sight.dossier();
        Procedure procedure = sight.scheme().conduct().orElseThrow().procedure();
        Set<Role> roles = actor.roles(sight.scheme().id().scheme());
        Optional<LocalDate> clock = sight.clocks().stream().findFirst().map(running -> running.lastDay());
        List<Expected> expected = new ArrayList<>();
        Optional<Role> holder = procedure.stage(dossier.stage()).flatMap(stage -> stage.holder());
        if (holder.filter(Role.EVALUATOR::equals).isPresent()
                && dossier.laboratories().isEmpty()) {
            roles.stream()
                    .filter(Role.CERTIFIER::equals)
                    .forEach(certifier -> expected.add(new Expected(Kind.ASSIGN, OptionalInt.empty(), clock)));
        } else {
            holder.filter(roles::contains)
                    .ifPresent(mine -> expected.add(new Expected(Kind.STAGE, OptionalInt.empty(), clock)));
        }
        if (roles.contains(Role.EVALUATOR)
                && Engaging.open(dossier, sight.laboratories(), actor.organisation())
                        .isPresent()) {
            expected.add(new Expected(Kind.ENGAGE, OptionalInt.empty(), Optional.empty()));
        }
        if (roles.contains(Role.EVALUATOR)
                && isOfLaboratory(sight, actor.organisation())
                && Stating.isAwaited(dossier, procedure)) {
            expected.add(new Expected(Kind.PLAN, OptionalInt.empty(), Optional.empty()));
        }
        dossier.history().questions().forEach(question -> asked(question, roles).ifPresent(expected::add));
        procedure
                .approvals()
                .forEach(type ->
                        approval(dossier, type, actor, roles, sight.day()).ifPresent(expected::add));
        expected.sort(Comparator.comparing(one -> one.due().orElse(LocalDate.MAX)));
        Optional<LocalDate> due =
                expected.stream().flatMap(one -> one.due().stream()).findFirst().or(() -> clock);
        return new Line(sight, List.copyOf(expected), due);
    }

    private static boolean isOfLaboratory(DossierSight sight, String organisation) {
        return sight.laboratories().stream()
                .anyMatch(laboratory -> laboratory.organisation().name().equals(organisation));
    }

    private static Optional<Expected> asked(Question question, Set<Role> roles) {
        OptionalInt number = OptionalInt.of(question.number());
        if (question.isOpen()) {
            return roles.contains(question.to())
                    ? Optional.of(new Expected(
                            Kind.ANSWER,
                            number,
                            Optional.of(question.lastRound().due())))
                    : Optional.empty();
        }
        boolean asker = roles.contains(question.lastRound().by().role());
        return asker && !question.settled()
                ? Optional.of(new Expected(Kind.SETTLE, number, Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Expected> approval(
            Dossier dossier, ApprovalType type, Actor actor, Set<Role> roles, LocalDate day) {
        return dossier.history()
                .approval(type.id())
                .filter(Approval::isPending)
                .filter(pending -> type.by().stream().anyMatch(roles::contains))
                .filter(pending -> pending.openOn(day)
                        .filter(own -> own.by().name().equals(actor.name()))
                        .isEmpty())
                .map(pending -> new Expected(
                        Kind.APPROVAL, OptionalInt.empty(), pending.openOn(day).map(Approval.Proposed::expires)));
    }
}
