package org.sceau.registry.api.scheduling;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.scheduling.WorkOnTasks;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.task.Task;

/**
 * Something that the caller's roles are asked to do.
 *
 * @param blocking   whether decisions that do not end it are refused meanwhile
 * @param byHand     whether a person settles it by saying why
 * @param occurrence which of its kind about this subject: the days and codes that make it this one
 * @param since      legal day from which it is owed
 * @param ground     source of the row of its scheme by which it is owed
 * @param recordedAt when its present state came on record
 * @param state      open or done
 */
@Schema(name = "Task")
public record TaskView(
        String id,
        long version,
        String kind,
        BothLanguages label,
        AboutView about,
        String occurrence,
        List<String> roles,
        boolean blocking,
        boolean byHand,
        String since,
        @Nullable String due,
        @Nullable String ground,
        String recordedAt,
        String state,
        @Nullable SettlementView settlement) {

    /**
     * @param outcome what ended it: by-hand, or a code such as lifted, extended, base-in-force, decided, went-on
     * @param by      account of who settled it
     */
    @Schema(name = "Settlement")
    public record SettlementView(
            String day,
            String outcome,
            @Nullable String by,
            @Nullable String text) {}

    /** @param next what to ask for behind the last one; absent on the last page */
    @Schema(name = "TaskPage")
    public record Page(List<TaskView> tasks, @Nullable String next) {
        static Page of(List<WorkOnTasks.Sight> page, int limit) {
            return new Page(
                    page.stream().map(TaskView::of).toList(),
                    page.size() < limit
                            ? null
                            : Long.toString(page.get(page.size() - 1).recorded().position()));
        }
    }

    static TaskView of(WorkOnTasks.Sight sight) {
        Task task = sight.recorded().task();
        Task.Key key = task.key();
        return new TaskView(
                task.id().toString(),
                task.version(),
                key.kind().code(),
                BothLanguages.of(key.kind().label()),
                AboutView.of(key.concern(), sight.visa(), sight.dossier()),
                key.occurrence(),
                Coded.of(task.roles()),
                key.kind().isBlocking(),
                key.kind().isSettledByHand(),
                task.since().toString(),
                task.due().map(LocalDate::toString).orElse(null),
                task.ground().orElse(null),
                sight.recorded().recordedAt().toString(),
                task.isOpen() ? "open" : "done",
                task.settlement().map(TaskView::settlement).orElse(null));
    }

    private static SettlementView settlement(Task.Settlement how) {
        return new SettlementView(
                how.day().toString(),
                how.outcome(),
                how.by().map(person -> person.name()).orElse(null),
                how.text().orElse(null));
    }
}
