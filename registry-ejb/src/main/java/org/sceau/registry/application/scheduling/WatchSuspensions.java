package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Asks for a decision when a suspension has run out (invariant 30), until it is lifted, extended or withdrawn, or the validity ends. */
@ApplicationScoped
public class WatchSuspensions implements Duty {
    /** Who is asked under a scheme that says nothing of decisions. */
    private static final Set<Role> OFFICERS = EnumSet.of(Role.CERTIFIER, Role.DECIDER);

    private final Agenda agenda;
    private final Tasks tasks;
    private final Visas visas;
    private final Schemes schemes;
    private final RevisionsInUse editions;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WatchSuspensions() {
        this(null, null, null, null, null);
    }

    @Inject
    public WatchSuspensions(Agenda agenda, Tasks tasks, Visas visas, Schemes schemes, RevisionsInUse editions) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.visas = visas;
        this.schemes = schemes;
        this.editions = editions;
    }

    @Override
    public String name() {
        return "suspensions";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.suspended(new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Visa visa = visas.find(new VisaId(subject)).orElseThrow();
        SortedSet<LocalDate> days = span.days(Stream.concat(
                visa.facts().statuses().stream().flatMap(WatchSuspensions::turns),
                visa.facts().validity().lastDay().map(last -> last.plusDays(1)).stream()));
        List<Tasks.Recorded> open = tasks.open(Concern.of(visa.id())).stream()
                .filter(recorded -> recorded.task().key().kind() == TaskKind.SUSPENSION_ELAPSED)
                .toList();
        return Course.of(open, days, day -> look(visa, day));
    }

    private static Stream<LocalDate> turns(StatusChange change) {
        return Stream.concat(Stream.of(change.since()), change.until().map(last -> last.plusDays(1)).stream());
    }

    private Course.Standing look(Visa visa, LocalDate day) {
        StatusOnDay status =
                visa.facts().statusOn(day, schemes.statusAtEnd(visa.facts().scheme()));
        List<Task> asked = status.overdue() ? List.of(task(visa, status.until().orElseThrow())) : List.of();
        String outcome = switch (status.status()) {
            case IN_FORCE -> "lifted";
            case SUSPENDED -> "extended";
            default -> status.status().code();
        };
        return new Course.Standing(
                asked, task -> new Task.Settlement(status.since(), outcome, Optional.empty(), Optional.empty()));
    }

    private Task task(Visa visa, LocalDate until) {
        return new Task(
                new TaskId(UUID.randomUUID()),
                new Task.Key(TaskKind.SUSPENSION_ELAPSED, Concern.of(visa.id()), until.toString()),
                officers(visa),
                until.plusDays(1),
                Optional.empty(),
                Ground.in(editions.current(visa.facts().scheme())).ofSuspension(),
                Optional.empty(),
                1);
    }

    /** Whoever may propose, under the visa's scheme, a decision that gives a suspended visa a status. */
    private Set<Role> officers(Visa visa) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        editions.current(visa.facts().scheme())
                .flatMap(version -> version.conduct())
                .ifPresent(conduct -> conduct.decisions().stream()
                        .filter(rule -> rule.from().contains(VisaStatus.SUSPENDED)
                                && rule.to().isPresent())
                        .forEach(rule -> roles.addAll(rule.proposedBy())));
        return roles.isEmpty() ? OFFICERS : roles;
    }
}
