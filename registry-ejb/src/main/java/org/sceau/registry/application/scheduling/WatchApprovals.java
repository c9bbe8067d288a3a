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
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;

/**
 * Asks whoever answers an approval for the answer, and a second person for a word on the answer that was proposed, as long as either waits.
 * The authority is told of a proposed answer that nobody approved in time: the request waits again.
 */
@ApplicationScoped
public class WatchApprovals implements Duty {
    private static final Set<TaskKind> KINDS = EnumSet.of(TaskKind.APPROVAL_ASKED, TaskKind.ANSWER_PROPOSED);

    private final Agenda agenda;
    private final Tasks tasks;
    private final Dossiers dossiers;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WatchApprovals() {
        this(null, null, null, null, null);
    }

    @Inject
    public WatchApprovals(
            Agenda agenda, Tasks tasks, Dossiers dossiers, RevisionsInUse editions, LegalCalendar calendar) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.editions = editions;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "approvals-waiting";
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
                .filter(recorded -> KINDS.contains(recorded.task().key().kind()))
                .toList();
        List<Deed> deeds = new ArrayList<>(Course.of(
                open,
                span.days(turns(dossier)),
                day -> new Course.Standing(
                        waiting(dossier, procedure, day), task -> gone(task, dossier, procedure, day))));
        expired(dossier, procedure, span).forEach(deeds::add);
        return deeds;
    }

    /** The days on which a request begins or ceases to wait, or waits for somebody else. */
    private Stream<LocalDate> turns(Dossier dossier) {
        Stream<LocalDate> requests = dossier.history().approvals().stream()
                .flatMap(approval -> Stream.of(
                                Stream.of(calendar.dayOf(approval.askedAt())),
                                approval.withdrawn().map(end -> calendar.dayOf(end.at())).stream(),
                                approval.proposed().stream().flatMap(this::turns),
                                approval.answer().map(Approval.Answer::day).stream())
                        .flatMap(days -> days));
        return Stream.concat(requests, dossier.history().stages().stream().map(StageEntry::day));
    }

    private Stream<LocalDate> turns(Approval.Proposed proposed) {
        return Stream.concat(
                Stream.of(calendar.dayOf(proposed.at()), proposed.expires().plusDays(1)),
                proposed.rejected().map(end -> calendar.dayOf(end.at())).stream());
    }

    /** What waits at the end of a day; nothing of a dossier that had ended. */
    private List<Task> waiting(Dossier dossier, Procedure procedure, LocalDate day) {
        return dossier.on(day, calendar::dayOf).stream()
                .filter(past -> !isEnded(past, procedure))
                .flatMap(past -> past.history().approvals().stream())
                .filter(Approval::isPending)
                .map(approval -> task(dossier, procedure, approval, day))
                .toList();
    }

    private static boolean isEnded(Dossier dossier, Procedure procedure) {
        return procedure
                .stage(dossier.stage())
                .filter(stage -> stage.phase().isEnd())
                .isPresent();
    }

    private Task task(Dossier dossier, Procedure procedure, Approval approval, LocalDate day) {
        Optional<Approval.Proposed> open = approval.openOn(day);
        return new Task(
                new TaskId(UUID.randomUUID()),
                new Task.Key(
                        open.isPresent() ? TaskKind.ANSWER_PROPOSED : TaskKind.APPROVAL_ASKED,
                        Concern.of(dossier.id()),
                        occurrence(approval)),
                procedure.approval(approval.type()).orElseThrow().by(),
                since(approval, open),
                open.map(Approval.Proposed::expires),
                ground(procedure, approval),
                Optional.empty(),
                1);
    }

    /** Each proposal is another one, and so is the request that waits again behind it. */
    private static String occurrence(Approval approval) {
        return request(approval)
                + approval.proposed().map(proposed -> "/" + proposed.at()).orElse("");
    }

    private static String request(Approval approval) {
        return approval.type() + "/" + approval.askedAt();
    }

    private LocalDate since(Approval approval, Optional<Approval.Proposed> open) {
        if (open.isPresent()) {
            return calendar.dayOf(open.get().at());
        }
        return approval.proposed()
                .map(past -> past.rejected()
                        .map(end -> calendar.dayOf(end.at()))
                        .orElseGet(() -> past.expires().plusDays(1)))
                .orElseGet(() -> calendar.dayOf(approval.askedAt()));
    }

    private Task.Settlement gone(Task task, Dossier dossier, Procedure procedure, LocalDate day) {
        String outcome = dossier.on(day, calendar::dayOf).stream()
                .filter(past -> !isEnded(past, procedure))
                .flatMap(past -> past.history().approvals().stream())
                .filter(approval -> task.key().occurrence().startsWith(request(approval)))
                .map(approval -> outcome(task, approval, day))
                .findFirst()
                .orElse("dossier-ended");
        return new Task.Settlement(day, outcome, Optional.empty(), Optional.empty());
    }

    private static String outcome(Task task, Approval approval, LocalDate day) {
        if (approval.withdrawn().isPresent()) {
            return "taken-back";
        }
        if (approval.answer().isPresent()) {
            return "answered";
        }
        if (approval.openOn(day).isPresent()) {
            return "proposed";
        }
        return approval.proposed().flatMap(Approval.Proposed::rejected).isPresent()
                        && task.key().kind() == TaskKind.ANSWER_PROPOSED
                ? "rejected"
                : "expired";
    }

    private Stream<Deed> expired(Dossier dossier, Procedure procedure, Span span) {
        return dossier.history().approvals().stream()
                .flatMap(approval -> approval.proposed().stream()
                        .filter(proposed -> proposed.rejected().isEmpty())
                        .filter(proposed -> span.holds(proposed.expires().plusDays(1)))
                        .filter(proposed -> waiting(
                                        dossier, procedure, proposed.expires().plusDays(1))
                                .stream()
                                .anyMatch(task -> task.key().occurrence().equals(occurrence(approval))))
                        .map(proposed -> new Deed.Give(new Notice(
                                NoticeKind.ANSWER_EXPIRED,
                                Optional.empty(),
                                Concern.of(dossier.id()),
                                occurrence(approval),
                                proposed.expires().plusDays(1),
                                Optional.of(proposed.expires()),
                                Optional.empty(),
                                ground(procedure, approval)))));
    }

    private static Optional<String> ground(Procedure procedure, Approval approval) {
        return procedure.approval(approval.type()).map(ApprovalType::source);
    }
}
