package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;

/**
 * Does what the definition of a deadline says of a missed one ({@link Deadline.Missed}), once for each start of it: officers are asked,
 * whoever holds the ball is told, and the applicant hears what silence means. Before its last day whoever holds the ball is warned.
 */
@ApplicationScoped
public class WatchDeadlines implements Duty {
    private static final Set<TaskKind> KINDS =
            Stream.of(Deadline.Missed.values()).map(TaskKind::of).collect(Collectors.toUnmodifiableSet());

    private final Agenda agenda;
    private final Tasks tasks;
    private final Dossiers dossiers;
    private final Laboratories laboratories;
    private final RevisionsInUse editions;
    private final Operator operator;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WatchDeadlines() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public WatchDeadlines(
            Agenda agenda,
            Tasks tasks,
            Dossiers dossiers,
            Laboratories laboratories,
            RevisionsInUse editions,
            Operator operator) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.laboratories = laboratories;
        this.editions = editions;
        this.operator = operator;
    }

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.openDossiers(new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Dossier dossier = dossiers.find(new DossierId(subject)).orElseThrow().dossier();
        Procedure procedure =
                editions.of(dossier.opening()).conduct().orElseThrow().procedure();
        SortedSet<LocalDate> days = span.days(dossier.history().stages().stream()
                .map(StageEntry::day)
                .flatMap(day -> Stream.concat(
                        Stream.of(day),
                        running(dossier, procedure, day).stream()
                                .map(clock -> clock.lastDay().plusDays(1)))));
        List<Deed> deeds = new ArrayList<>();
        for (LocalDate day : days) {
            overdue(dossier, procedure, day).forEach(clock -> missed(dossier, procedure, clock, deeds));
        }
        deeds.addAll(Course.of(
                tasks.open(Concern.of(dossier.id())).stream()
                        .filter(recorded -> KINDS.contains(recorded.task().key().kind()))
                        .toList(),
                days,
                day -> new Course.Standing(
                        overdue(dossier, procedure, day).stream()
                                .map(clock -> task(dossier, procedure, clock))
                                .toList(),
                        task -> new Task.Settlement(
                                entered(dossier, day), "went-on", Optional.empty(), Optional.empty()))));
        running(dossier, procedure, span.to()).forEach(clock -> near(dossier, procedure, clock, span.to(), deeds));
        return deeds;
    }

    private List<Clocks.Running> running(Dossier dossier, Procedure procedure, LocalDate day) {
        return Clocks.running(dossier, procedure, operator.workingDays(), day);
    }

    private List<Clocks.Running> overdue(Dossier dossier, Procedure procedure, LocalDate day) {
        return running(dossier, procedure, day).stream()
                .filter(Clocks.Running::overdue)
                .toList();
    }

    /** Where the dossier stood at the end of a day. */
    private static Optional<Stage> stage(Dossier dossier, Procedure procedure, LocalDate day) {
        return last(dossier, day).flatMap(entry -> procedure.stage(entry.stage()));
    }

    private static Optional<StageEntry> last(Dossier dossier, LocalDate day) {
        return dossier.history().stages().stream()
                .filter(entry -> !entry.day().isAfter(day))
                .reduce((former, latter) -> latter);
    }

    private static LocalDate entered(Dossier dossier, LocalDate day) {
        return last(dossier, day).map(StageEntry::day).orElse(day);
    }

    private static Task task(Dossier dossier, Procedure procedure, Clocks.Running clock) {
        return new Task(
                new TaskId(UUID.randomUUID()),
                new Task.Key(TaskKind.of(clock.deadline().missed()), Concern.of(dossier.id()), occurrence(clock)),
                Set.of(holder(dossier, procedure, clock.lastDay())
                        .filter(role -> !isParty(role))
                        .orElse(Role.CERTIFIER)),
                clock.lastDay().plusDays(1),
                Optional.of(clock.lastDay()),
                Optional.of(clock.deadline().source()),
                Optional.empty(),
                1);
    }

    private void missed(Dossier dossier, Procedure procedure, Clocks.Running clock, List<Deed> deeds) {
        LocalDate day = clock.lastDay().plusDays(1);
        switch (clock.deadline().missed()) {
            case REJECTS ->
                tell(
                        NoticeKind.SILENCE_REJECTED,
                        applicants(dossier),
                        dossier,
                        clock,
                        day,
                        clock.deadline().remedy().map(LegalRemedy::inBoth),
                        deeds);
            case MAY_CLOSE -> tell(NoticeKind.MAY_CLOSE, applicants(dossier), dossier, clock, day, deeds);
            case WARNS -> {
                Optional<Role> holder =
                        holder(dossier, procedure, clock.lastDay()).filter(WatchDeadlines::isParty);
                holder.ifPresent(
                        party -> tell(NoticeKind.DEADLINE_MISSED, those(dossier, party), dossier, clock, day, deeds));
            }
            case OWES_REASONS -> {
                // The applicant hears of the delay with its reasons, when they are given.
            }
        }
    }

    private void near(Dossier dossier, Procedure procedure, Clocks.Running clock, LocalDate today, List<Deed> deeds) {
        LocalDate day = clock.lastDay().minusDays(operator.warnings().daysBeforeDeadline());
        // Nobody is warned before a clock began; one that counts backwards ran before its day was declared.
        boolean begun = !clock.startedOn().isBefore(clock.lastDay()) || day.isAfter(clock.startedOn());
        if (!clock.overdue() && !day.isAfter(today) && begun) {
            Optional<Role> party = holder(dossier, procedure, day).filter(WatchDeadlines::isParty);
            Stream<Optional<String>> told =
                    Stream.concat(Stream.of(Optional.empty()), party.stream().flatMap(role -> those(dossier, role)));
            tell(NoticeKind.DEADLINE_NEAR, told, dossier, clock, day, deeds);
        }
    }

    private static void tell(
            NoticeKind kind,
            Stream<Optional<String>> addressees,
            Dossier dossier,
            Clocks.Running clock,
            LocalDate day,
            List<Deed> deeds) {
        tell(kind, addressees, dossier, clock, day, Optional.empty(), deeds);
    }

    private static void tell(
            NoticeKind kind,
            Stream<Optional<String>> addressees,
            Dossier dossier,
            Clocks.Running clock,
            LocalDate day,
            Optional<String> text,
            List<Deed> deeds) {
        addressees
                .distinct()
                .map(addressee -> new Deed.Give(new Notice(
                        kind,
                        addressee,
                        Concern.of(dossier.id()),
                        occurrence(clock),
                        day,
                        Optional.of(clock.lastDay()),
                        text,
                        Optional.of(clock.deadline().source()))))
                .forEach(deeds::add);
    }

    /** A deadline that starts anew is another one. */
    private static String occurrence(Clocks.Running clock) {
        return clock.deadline().id() + "/" + clock.startedOn();
    }

    private static Optional<Role> holder(Dossier dossier, Procedure procedure, LocalDate day) {
        return stage(dossier, procedure, day).flatMap(Stage::holder);
    }

    private static boolean isParty(Role role) {
        return role == Role.SPONSOR || role == Role.EVALUATOR;
    }

    private Stream<Optional<String>> those(Dossier dossier, Role party) {
        return party == Role.SPONSOR
                ? applicants(dossier)
                : dossier.laboratories().stream()
                        .flatMap(id -> laboratories.find(id).stream())
                        .map(recorded ->
                                Optional.of(recorded.laboratory().organisation().name()));
    }

    /** Who asked: the sponsor. Developer and holder hear of the dossier through it. */
    private static Stream<Optional<String>> applicants(Dossier dossier) {
        return Stream.of(Optional.of(dossier.parties().sponsor().name()));
    }
}
