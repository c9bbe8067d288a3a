package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;

/**
 * Tells whoever is asked that there is a question, that its answer is due soon, and that it is late; and asks whoever put it to see to it, as long
 * as no answer comes. Each round is a question of its own. Where a laboratory asked, it is told. An ended dossier asks nothing any more.
 */
@ApplicationScoped
public class WatchQuestions implements Duty {
    private final Agenda agenda;
    private final Tasks tasks;
    private final Dossiers dossiers;
    private final Laboratories laboratories;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;
    private final Operator operator;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WatchQuestions() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public WatchQuestions(
            Agenda agenda,
            Tasks tasks,
            Dossiers dossiers,
            Laboratories laboratories,
            RevisionsInUse editions,
            LegalCalendar calendar,
            Operator operator) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.laboratories = laboratories;
        this.editions = editions;
        this.calendar = calendar;
        this.operator = operator;
    }

    /** A round of a question, as others name it. */
    private record Asked(Question question, int number) {
        private Question.Round round() {
            return question.rounds().get(number - 1);
        }

        private String occurrence() {
            return "question/" + question.number() + "/" + number;
        }

        private boolean isOpen() {
            return number == question.rounds().size() && question.isOpen();
        }

        /** First day on which the answer is late. */
        private LocalDate late() {
            return round().due().plusDays(1);
        }
    }

    @Override
    public String name() {
        return "questions";
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
        List<Tasks.Recorded> open = tasks.open(Concern.of(dossier.id())).stream()
                .filter(recorded -> recorded.task().key().kind() == TaskKind.ANSWER_OVERDUE)
                .toList();
        List<Deed> deeds = new ArrayList<>(Course.of(
                open,
                span.days(turns(dossier)),
                day -> new Course.Standing(
                        asked(dossier, procedure, day)
                                .filter(Asked::isOpen)
                                .filter(asked -> asked.round().due().isBefore(day))
                                .filter(asked -> !isParty(asked.round().by().role()))
                                .map(asked -> task(dossier, procedure, asked))
                                .toList(),
                        task -> new Task.Settlement(
                                day,
                                isEnded(dossier, procedure, day) ? "dossier-ended" : "answered",
                                Optional.empty(),
                                Optional.empty()))));
        asked(dossier, procedure, span.to())
                .forEach(asked -> told(dossier, procedure, asked, span).forEach(deeds::add));
        return deeds;
    }

    private Stream<LocalDate> turns(Dossier dossier) {
        Stream<LocalDate> rounds = dossier.history().questions().stream()
                .flatMap(question -> question.rounds().stream())
                .flatMap(round -> Stream.concat(
                        Stream.of(calendar.dayOf(round.at()), round.due().plusDays(1)),
                        round.reply().map(reply -> calendar.dayOf(reply.at())).stream()));
        return Stream.concat(rounds, dossier.history().stages().stream().map(StageEntry::day));
    }

    /** The rounds that were put by the end of a day, as they stood then; none when the dossier had ended. */
    private Stream<Asked> asked(Dossier dossier, Procedure procedure, LocalDate day) {
        return dossier.on(day, calendar::dayOf).stream()
                .filter(past -> !isEnded(past, procedure))
                .flatMap(past -> past.history().questions().stream())
                .flatMap(question -> Stream.iterate(1, number -> number + 1)
                        .limit(question.rounds().size())
                        .map(number -> new Asked(question, number)));
    }

    private boolean isEnded(Dossier dossier, Procedure procedure, LocalDate day) {
        return dossier.on(day, calendar::dayOf)
                .filter(past -> isEnded(past, procedure))
                .isPresent();
    }

    private static boolean isEnded(Dossier dossier, Procedure procedure) {
        return procedure
                .stage(dossier.stage())
                .filter(stage -> stage.phase().isEnd())
                .isPresent();
    }

    private static Task task(Dossier dossier, Procedure procedure, Asked asked) {
        return new Task(
                new TaskId(UUID.randomUUID()),
                new Task.Key(TaskKind.ANSWER_OVERDUE, Concern.of(dossier.id()), asked.occurrence()),
                Set.of(asked.round().by().role()),
                asked.late(),
                Optional.of(asked.round().due()),
                ground(dossier, procedure, asked),
                Optional.empty(),
                1);
    }

    private Stream<Deed> told(Dossier dossier, Procedure procedure, Asked asked, Span span) {
        Role to = asked.question().to();
        LocalDate put = calendar.dayOf(asked.round().at());
        LocalDate near = asked.round().due().minusDays(operator.warnings().daysBeforeDeadline());
        Stream.Builder<Deed> deeds = Stream.builder();
        if (span.holds(put)) {
            tell(NoticeKind.QUESTION_ASKED, to, dossier, procedure, asked, put, deeds);
        }
        if (asked.isOpen()
                && near.isAfter(put)
                && !near.isAfter(span.to())
                && !asked.round().due().isBefore(span.to())) {
            tell(NoticeKind.ANSWER_NEAR, to, dossier, procedure, asked, near, deeds);
        }
        if (span.holds(asked.late()) && wasLate(dossier, procedure, asked)) {
            tell(NoticeKind.ANSWER_OVERDUE, to, dossier, procedure, asked, asked.late(), deeds);
            Optional.of(asked.round().by().role())
                    .filter(WatchQuestions::isParty)
                    .ifPresent(asker ->
                            tell(NoticeKind.ANSWER_OVERDUE, asker, dossier, procedure, asked, asked.late(), deeds));
        }
        return deeds.build();
    }

    /** Whether no answer had come when the last day was over. */
    private boolean wasLate(Dossier dossier, Procedure procedure, Asked asked) {
        return asked(dossier, procedure, asked.round().due())
                .filter(Asked::isOpen)
                .anyMatch(open -> open.occurrence().equals(asked.occurrence()));
    }

    private void tell(
            NoticeKind kind,
            Role party,
            Dossier dossier,
            Procedure procedure,
            Asked asked,
            LocalDate day,
            Stream.Builder<Deed> deeds) {
        addressees(dossier, party)
                .distinct()
                .forEach(name -> deeds.add(new Deed.Give(new Notice(
                        kind,
                        Optional.of(name),
                        Concern.of(dossier.id()),
                        asked.occurrence(),
                        day,
                        Optional.of(asked.round().due()),
                        Optional.empty(),
                        ground(dossier, procedure, asked)))));
    }

    /** A question is put at a stage, and its answer is owed there. */
    private static Optional<String> ground(Dossier dossier, Procedure procedure, Asked asked) {
        return dossier.history().stages().stream()
                .filter(entry -> !entry.at().isAfter(asked.round().at()))
                .reduce((former, later) -> later)
                .flatMap(entry -> procedure.stage(entry.stage()))
                .map(Stage::source);
    }

    private Stream<String> addressees(Dossier dossier, Role party) {
        return party == Role.SPONSOR
                ? Stream.of(dossier.parties().sponsor().name())
                : dossier.laboratories().stream()
                        .flatMap(id -> laboratories.find(id).stream())
                        .map(recorded -> recorded.laboratory().organisation().name());
    }

    private static boolean isParty(Role role) {
        return role == Role.SPONSOR || role == Role.EVALUATOR;
    }
}
