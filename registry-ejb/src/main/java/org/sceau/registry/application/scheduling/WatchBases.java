package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Asks officers to look at a visa, in force or suspended, when one it rests on is no longer in force (EUCC Art. 33(4), invariant 47), once for
 * each base and each status of it, until its worth was decided on anew or the base is in force again. The visa itself is never changed.
 */
@ApplicationScoped
public class WatchBases implements Duty {
    /** The registry asks it under every scheme, after what that article wants of holders of dependent certificates. */
    private static final String GROUND = "Sceau, invariant 47 (cf. Implementing Regulation (EU) 2024/482, Art. 33(4))";

    private static final Set<Role> OFFICERS = EnumSet.of(Role.CERTIFIER, Role.DECIDER);

    private final Agenda agenda;
    private final Tasks tasks;
    private final Visas visas;
    private final Schemes schemes;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WatchBases() {
        this(null, null, null, null, null);
    }

    @Inject
    public WatchBases(Agenda agenda, Tasks tasks, Visas visas, Schemes schemes, LegalCalendar calendar) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.visas = visas;
        this.schemes = schemes;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "bases";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.resting(new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Visa visa = visas.find(new VisaId(subject)).orElseThrow();
        List<Visa> bases = visa.facts().relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.BASED_ON)
                .flatMap(relation -> visas.find(relation.visa()).stream())
                .toList();
        List<Agenda.Decided> decisions = agenda.decisions(visa.id());
        List<Tasks.Recorded> open = tasks.open(Concern.of(visa.id())).stream()
                .filter(recorded -> recorded.task().key().kind() == TaskKind.REVIEW_IMPACT)
                .toList();
        return Course.of(
                open,
                span.days(Stream.concat(
                        Stream.concat(Stream.of(visa), bases.stream()).flatMap(WatchBases::turns),
                        decisions.stream().map(decision -> calendar.dayOf(decision.at())))),
                day -> look(visa, bases, decisions, day));
    }

    /** The days on which a status of a visa begins, whether decided or by date. */
    private static Stream<LocalDate> turns(Visa visa) {
        return Stream.concat(
                visa.facts().statuses().stream().map(StatusChange::since),
                visa.facts().validity().lastDay().map(last -> last.plusDays(1)).stream());
    }

    private Course.Standing look(Visa visa, List<Visa> bases, List<Agenda.Decided> decisions, LocalDate day) {
        StatusOnDay own = status(visa, day);
        List<Task> asked = new ArrayList<>();
        for (Visa base : bases) {
            StatusOnDay fell = status(base, day);
            if (own.status().isStanding()
                    && fell.status() != VisaStatus.IN_FORCE
                    && decidedSince(base, fell, decisions, day).isEmpty()) {
                asked.add(task(visa, base, fell));
            }
        }
        return new Course.Standing(asked, task -> gone(task, bases, decisions, own, day));
    }

    /** The first decision about the visa, up to a day, that could know of the fall: taken since, and on record behind it. */
    private Optional<LocalDate> decidedSince(
            Visa base, StatusOnDay fell, List<Agenda.Decided> decisions, LocalDate day) {
        return decisions.stream()
                .filter(decision -> decision.position() > base.position())
                .map(decision -> calendar.dayOf(decision.at()))
                .filter(decided -> !decided.isBefore(fell.since()) && !decided.isAfter(day))
                .findFirst();
    }

    private Task.Settlement gone(
            Task task, List<Visa> bases, List<Agenda.Decided> decisions, StatusOnDay own, LocalDate day) {
        Optional<Visa> base = bases.stream()
                .filter(known -> task.key().occurrence().startsWith(known.id() + "/"))
                .findFirst();
        if (base.isEmpty()) {
            return settlement(day, "base-gone");
        }
        StatusOnDay now = status(base.get(), day);
        if (!own.status().isStanding()) {
            return settlement(own.since(), "visa-" + own.status().code());
        }
        return decidedSince(base.get(), now, decisions, day)
                .map(decided -> settlement(decided, "decided"))
                .orElseGet(() -> settlement(now.since(), "base-" + now.status().code()));
    }

    private static Task.Settlement settlement(LocalDate day, String outcome) {
        return new Task.Settlement(day, outcome, Optional.empty(), Optional.empty());
    }

    private static Task task(Visa visa, Visa base, StatusOnDay fell) {
        return new Task(
                new TaskId(UUID.randomUUID()),
                new Task.Key(
                        TaskKind.REVIEW_IMPACT,
                        Concern.of(visa.id()),
                        base.id() + "/" + fell.status().code() + "/" + fell.since()),
                OFFICERS,
                fell.since(),
                Optional.empty(),
                Optional.of(GROUND),
                Optional.empty(),
                1);
    }

    private StatusOnDay status(Visa visa, LocalDate day) {
        return visa.facts().statusOn(day, schemes.statusAtEnd(visa.facts().scheme()));
    }
}
