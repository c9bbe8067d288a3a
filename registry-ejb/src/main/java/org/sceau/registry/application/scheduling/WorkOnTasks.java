package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.deciding.SchemeOf;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenPage;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Rights;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** The tasks of the actor's roles. A task for other roles is not there. */
@ApplicationScoped
public class WorkOnTasks {
    /** Open tasks that are put in order. */
    public static final int MOST_LOOKED_AT = 2_000;

    private static final int PORTION = 200;

    private final Door door;
    private final Tasks tasks;
    private final DeedWriter writer;
    private final DossierActs acts;
    private final Dossiers dossiers;
    private final Visas visas;
    private final RevisionsInUse editions;
    private final SchemeOf schemeOf;
    private final Readership readership;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WorkOnTasks() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public WorkOnTasks(
            Door door,
            Tasks tasks,
            DeedWriter writer,
            DossierActs acts,
            Dossiers dossiers,
            Visas visas,
            RevisionsInUse editions,
            SchemeOf schemeOf,
            Readership readership,
            LegalCalendar calendar) {
        this.door = door;
        this.tasks = tasks;
        this.writer = writer;
        this.acts = acts;
        this.dossiers = dossiers;
        this.visas = visas;
        this.editions = editions;
        this.schemeOf = schemeOf;
        this.readership = readership;
        this.calendar = calendar;
    }

    /** A task, and the visa or the dossier it is about. */
    public record Sight(Tasks.Recorded recorded, Optional<Visa> visa, Optional<Dossier> dossier) {}

    /**
     * Open tasks in the order in which they are due, those without a day last.
     *
     * @param more whether there are others
     */
    public record Due(List<Sight> first, boolean more) {}

    /**
     * Tasks for the actor's roles, newest first.
     *
     * @param before position of the task to go on behind
     * @param most   1 to 200
     */
    public List<Sight> page(Actor actor, boolean open, Optional<Long> before, int most) {
        return door.prepare(
                actor,
                Permission.WORK_ON_TASKS,
                "tasks",
                () -> SeenPage.of(
                                before,
                                most,
                                (behind, part) -> tasks.page(actor.roles(), open, behind, part),
                                Tasks.Recorded::position,
                                recorded -> isFor(actor, recorded.task()))
                        .stream()
                        .map(this::sight)
                        .toList());
    }

    /**
     * Open tasks for the actor's roles, what is due first. Of more than {@value #MOST_LOOKED_AT} of them the newest are put in order.
     *
     * @param most 1 to 200
     */
    public Due due(Actor actor, int most) {
        return door.prepare(actor, Permission.WORK_ON_TASKS, "tasks", () -> {
            List<Tasks.Recorded> all = new ArrayList<>();
            List<Tasks.Recorded> part = tasks.page(actor.roles(), true, Optional.empty(), PORTION);
            while (!part.isEmpty() && all.size() < MOST_LOOKED_AT) {
                part.stream().filter(recorded -> isFor(actor, recorded.task())).forEach(all::add);
                part = tasks.page(
                        actor.roles(),
                        true,
                        Optional.of(part.get(part.size() - 1).position()),
                        PORTION);
            }
            List<Tasks.Recorded> own = all.stream()
                    .sorted(Comparator.comparing(
                            recorded -> recorded.task().due().orElse(LocalDate.MAX)))
                    .toList();
            return new Due(own.stream().limit(most).map(this::sight).toList(), own.size() > most || !part.isEmpty());
        });
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code task-unknown} for one that is not there, or for other roles */
    public Sight one(Actor actor, TaskId id) {
        return door.prepare(actor, Permission.WORK_ON_TASKS, "task:" + id, () -> sight(own(actor, id)));
    }

    /**
     * Settles a task by saying why. The reasons of a delay are told to the applicant in the same act (eIDAS Art. 21(2)).
     *
     * @param seen version the actor saw
     * @throws org.sceau.registry.domain.refusal.Refused {@code task-unknown}, {@code concurrent-change}, {@code task-settled}, {@code
     *     task-not-by-hand}, or the code of a separation of duties
     */
    public Sight settle(Actor actor, TaskId id, OptionalLong seen, String text) {
        return door.enter(actor, Permission.SETTLE_TASKS, "task:" + id, passage -> {
            Tasks.Recorded before = own(actor, id);
            SeenVersion.require(seen, before.task().version());
            Sight sight = sight(before);
            Set<Role> roles = EnumSet.copyOf(before.task().roles());
            roles.retainAll(schemeOf.roles(actor, before.task().key().concern()));
            Person person = new Person(actor.name(), actor.organisation(), Collections.min(roles));
            requireRight(passage, sight, person);
            LocalDate today = calendar.dayOf(passage.now());
            Tasks.Recorded after = writer.settle(passage, before, before.task().settledBy(person, today, text));
            if (after.task().key().kind() == TaskKind.REASONS_OWED) {
                sight.dossier()
                        .ifPresent(dossier -> writer.give(passage, explained(after.task(), dossier, today, text)));
            }
            return new Sight(after, sight.visa(), sight.dossier());
        });
    }

    private static Notice explained(Task task, Dossier dossier, LocalDate today, String text) {
        return new Notice(
                NoticeKind.DELAY_EXPLAINED,
                Optional.of(dossier.parties().sponsor().name()),
                task.key().concern(),
                task.key().occurrence(),
                today,
                task.due(),
                Optional.of(text),
                task.ground());
    }

    /** Whoever stands on the applicant's or the holder's side settles nothing that was asked of the authority (invariant 11). */
    private void requireRight(Passage passage, Sight sight, Person person) {
        Optional<Refusal> wrong = sight.dossier()
                .map(dossier -> acts.look(dossier, passage.now()))
                .flatMap((Handling look) -> Rights.refusal(look, person, Set.of(person.role())))
                .or(() -> sight.visa()
                        .flatMap(visa -> editions.current(visa.facts().scheme())
                                .flatMap(version -> version.conduct())
                                .flatMap(conduct -> Rights.refusal(conduct.separations(), visa.facts(), person))));
        wrong.ifPresent(refusal -> {
            throw refusal.asException();
        });
    }

    private Tasks.Recorded own(Actor actor, TaskId id) {
        return tasks.find(id)
                .filter(recorded -> isFor(actor, recorded.task()))
                .orElseThrow(
                        () -> Refusal.of("task-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    private boolean isFor(Actor actor, Task task) {
        return readership.isFor(actor.book(), task);
    }

    private Sight sight(Tasks.Recorded recorded) {
        Concern concern = recorded.task().key().concern();
        return new Sight(
                recorded,
                concern.about() == Concern.About.VISA ? visas.find(new VisaId(concern.id())) : Optional.empty(),
                concern.about() == Concern.About.DOSSIER
                        ? dossiers.find(new DossierId(concern.id())).map(Dossiers.Recorded::dossier)
                        : Optional.empty());
    }
}
