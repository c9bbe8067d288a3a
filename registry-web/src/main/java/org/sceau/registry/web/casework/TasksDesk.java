package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.scheduling.WorkOnTasks;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;

/** The open tasks of the reader's roles, by what is due; those that a person settles are settled here, by saying why. */
@Named("tasksDesk")
@RequestScoped
public class TasksDesk {
    private static final int MOST = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    WorkOnTasks tasks;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private @Nullable List<TaskRow> rows;
    private WorkOnTasks.@Nullable Due due;

    /** Settles what was sent. */
    public void open() {
        sent.carryOut(this::settle, sent::plain);
    }

    private String settle(FormFields fields) {
        tasks.settle(
                desk.actor(),
                Given.id(fields.choice("task"), (UUID id) -> new TaskId(id), "task-unknown"),
                OptionalLong.of(fields.number("seen")),
                fields.text("text", Task.Settlement.MAX_TEXT));
        return desk.address() + "?done=task";
    }

    public boolean there() {
        return Permission.WORK_ON_TASKS.isGrantedTo(desk.actor());
    }

    /** The earliest due first, those without a day last. */
    public List<TaskRow> rows() {
        List<TaskRow> known = rows;
        if (known == null) {
            known = there() ? due().first().stream().map(this::row).toList() : List.of();
            rows = known;
        }
        return known;
    }

    private WorkOnTasks.Due due() {
        WorkOnTasks.Due known = due;
        if (known == null) {
            known = tasks.due(desk.actor(), MOST);
            due = known;
        }
        return known;
    }

    /** Whether there are more than those shown. */
    public boolean hasMore() {
        return there() && due().more();
    }

    private TaskRow row(WorkOnTasks.Sight sight) {
        Task task = sight.recorded().task();
        LocalDate today = desk.dayOf(desk.now());
        boolean decides = desk.mayReadDecisions();
        return new TaskRow(
                task.id().toString(),
                task.version(),
                task.key().kind().label().in(desk.locale()),
                sight.dossier()
                        .map(dossier -> desk.to("/desk/dossiers/" + dossier.id()))
                        .or(() -> sight.visa()
                                .filter(visa -> decides)
                                .map(visa ->
                                        desk.to("/desk/visas/" + visa.slug().value())))
                        .orElse(""),
                sight.dossier()
                        .map(dossier -> dossier.opening().number())
                        .or(() -> sight.visa()
                                .map(visa -> visa.facts().reference().text()))
                        .orElse(""),
                sight.dossier()
                        .map(dossier -> dossier.application().subject().name())
                        .or(() ->
                                sight.visa().map(visa -> visa.facts().subject().name()))
                        .orElse(""),
                task.due().map(desk.days()::shortDay).orElse(""),
                task.due().map(due -> CaseWords.urgency(today, due)).orElse(""),
                task.ground()
                        .map(source -> desk.texts().say("tasks.ground", source))
                        .orElse(""),
                task.key().kind().isSettledByHand(),
                task.key().kind().isBlocking());
    }

    /** What was just done, in words; empty when nothing was. */
    public String done() {
        return sent.done(Set.of("task", CaseActs.DECLINES));
    }
}
