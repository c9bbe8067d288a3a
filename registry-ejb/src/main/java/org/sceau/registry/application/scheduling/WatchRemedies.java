package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.application.surveilling.Remedies;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Tells a holder what is asked of it and what was answered, asks officers for the answer to a proposal, and for the decision that is due when
 * no adequate one came in time (EUCC Art. 28-29). What is asked itself stands in no notice.
 */
@ApplicationScoped
public class WatchRemedies implements Duty {
    private static final Set<Role> OFFICERS = EnumSet.of(Role.CERTIFIER, Role.DECIDER);
    private static final Set<TaskKind> KINDS = EnumSet.of(TaskKind.REMEDY_PROPOSED, TaskKind.REMEDY_LACKING);

    private final Agenda agenda;
    private final Tasks tasks;
    private final Remedies remedies;
    private final Visas visas;
    private final Schemes schemes;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WatchRemedies() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public WatchRemedies(
            Agenda agenda,
            Tasks tasks,
            Remedies remedies,
            Visas visas,
            Schemes schemes,
            RevisionsInUse editions,
            LegalCalendar calendar) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.remedies = remedies;
        this.visas = visas;
        this.schemes = schemes;
        this.editions = editions;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "remedies";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.remedied(new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Visa visa = visas.find(new VisaId(subject)).orElseThrow();
        List<Remedy> asked = remedies.about(visa.id()).stream()
                .map(Remedies.Recorded::remedy)
                .toList();
        List<Tasks.Recorded> open = tasks.open(Concern.of(visa.id())).stream()
                .filter(recorded -> KINDS.contains(recorded.task().key().kind()))
                .toList();
        SortedSet<LocalDate> days = span.days(Stream.concat(
                asked.stream().flatMap(this::turns),
                Stream.concat(
                        visa.facts().statuses().stream().map(StatusChange::since),
                        visa.facts().validity().lastDay().map(last -> last.plusDays(1)).stream())));
        List<Deed> deeds = new ArrayList<>(Course.of(open, days, day -> look(visa, asked, day)));
        asked.stream()
                .flatMap(remedy -> notices(visa, remedy))
                .filter(notice -> span.holds(notice.day()))
                .map(Deed.Give::new)
                .forEach(deeds::add);
        return deeds;
    }

    /** The days on which it is another one's turn. */
    private Stream<LocalDate> turns(Remedy remedy) {
        Stream<LocalDate> rounds = remedy.rounds().stream()
                .flatMap(round -> Stream.concat(Stream.of(round.at()), round.answer().map(Remedy.Answer::at).stream()))
                .map(calendar::dayOf);
        return Stream.concat(Stream.of(calendar.dayOf(remedy.at()), remedy.due().plusDays(1)), rounds);
    }

    private StatusOnDay status(Visa visa, LocalDate day) {
        return visa.facts().statusOn(day, schemes.statusAtEnd(visa.facts().scheme()));
    }

    private Course.Standing look(Visa visa, List<Remedy> asked, LocalDate day) {
        StatusOnDay status = status(visa, day);
        List<Task> standing = status.status().isStanding()
                ? asked.stream()
                        .flatMap(remedy -> remedy.on(day, calendar::dayOf).stream())
                        .flatMap(remedy -> task(visa, remedy, status, day).stream())
                        .toList()
                : List.of();
        return new Course.Standing(standing, task -> gone(task, asked, status.status(), day));
    }

    /**
     * A suspension is the decision that was awaited: while it lasts, none is. Once it is lifted with nothing adequate proposed, another one is due.
     */
    private Optional<Task> task(Visa visa, Remedy remedy, StatusOnDay status, LocalDate day) {
        return switch (remedy.stateOn(day)) {
            case PROPOSED ->
                Optional.of(task(
                        TaskKind.REMEDY_PROPOSED,
                        visa,
                        remedy.id() + "/" + remedy.rounds().size(),
                        calendar.dayOf(
                                remedy.rounds().get(remedy.rounds().size() - 1).at())));
            case DECISION_DUE ->
                status.status() == VisaStatus.IN_FORCE ? Optional.of(lacking(visa, remedy, status)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Task lacking(Visa visa, Remedy remedy, StatusOnDay status) {
        LocalDate first = lackingSince(remedy);
        return status.since().isAfter(first)
                ? task(TaskKind.REMEDY_LACKING, visa, remedy.id() + "/" + status.since(), status.since())
                : task(TaskKind.REMEDY_LACKING, visa, remedy.id().toString(), first);
    }

    /** The day after the last one in time, or the one of the answer that came later and did not do. */
    private LocalDate lackingSince(Remedy remedy) {
        LocalDate over = remedy.due().plusDays(1);
        return remedy.rounds().stream()
                .flatMap(round -> round.answer().stream())
                .map(answer -> calendar.dayOf(answer.at()))
                .filter(over::isBefore)
                .reduce(over, (former, later) -> later);
    }

    private Task task(TaskKind kind, Visa visa, String occurrence, LocalDate since) {
        return new Task(
                new TaskId(UUID.randomUUID()),
                new Task.Key(kind, Concern.of(visa.id()), occurrence),
                OFFICERS,
                since,
                Optional.empty(),
                ground(visa),
                Optional.empty(),
                1);
    }

    private Task.Settlement gone(Task task, List<Remedy> asked, VisaStatus status, LocalDate day) {
        boolean answered = task.key().kind() == TaskKind.REMEDY_PROPOSED && status.isStanding();
        String outcome = answered
                ? asked.stream()
                        .filter(remedy ->
                                task.key().occurrence().startsWith(remedy.id().toString()))
                        .flatMap(remedy -> remedy.on(day, calendar::dayOf).stream())
                        .map(remedy -> remedy.stateOn(day) == Remedy.State.ACCEPTED ? "accepted" : "answered")
                        .findFirst()
                        .orElse("answered")
                : "visa-" + status.code();
        return new Task.Settlement(day, outcome, Optional.empty(), Optional.empty());
    }

    private Stream<Notice> notices(Visa visa, Remedy remedy) {
        Optional<String> holder = Optional.of(visa.facts().holder().name());
        Stream<Notice> asked = Stream.of(notice(
                NoticeKind.REMEDY_ASKED, holder, visa, remedy, remedy.id().toString(), calendar.dayOf(remedy.at())));
        List<Notice> answers = new ArrayList<>();
        for (int i = 0; i < remedy.rounds().size(); i++) {
            String occurrence = remedy.id() + "/" + (i + 1);
            remedy.rounds()
                    .get(i)
                    .answer()
                    .map(answer -> calendar.dayOf(answer.at()))
                    .ifPresent(day ->
                            answers.add(notice(NoticeKind.REMEDY_ANSWERED, holder, visa, remedy, occurrence, day)));
        }
        LocalDate since = lackingSince(remedy);
        boolean lacking = remedy.on(since, calendar::dayOf)
                        .filter(then -> then.stateOn(since) == Remedy.State.DECISION_DUE)
                        .isPresent()
                && status(visa, since).status().isStanding();
        Stream<Notice> missed = lacking
                ? Stream.of(holder, Optional.<String>empty())
                        .map(told -> notice(
                                NoticeKind.REMEDY_LACKING,
                                told,
                                visa,
                                remedy,
                                remedy.id().toString(),
                                since))
                : Stream.empty();
        return Stream.of(asked, answers.stream(), missed).flatMap(all -> all);
    }

    private Notice notice(
            NoticeKind kind, Optional<String> addressee, Visa visa, Remedy remedy, String occurrence, LocalDate day) {
        return new Notice(
                kind,
                addressee,
                Concern.of(visa.id()),
                occurrence,
                day,
                Optional.of(remedy.due()),
                Optional.empty(),
                ground(visa));
    }

    private Optional<String> ground(Visa visa) {
        return Ground.in(editions.current(visa.facts().scheme())).ofRemedy();
    }
}
