package org.sceau.registry.application.scheduling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import org.sceau.registry.domain.task.Task;

/**
 * What becomes of the tasks about one subject over some days: a task is raised on the first day on which it stands, and settled on the
 * first on which it stands no more. Days that were missed are gone through in their order, so that a task which came and went meanwhile is
 * on record as if somebody had looked each day.
 */
final class Course {
    private Course() {}

    /**
     * What stands on a day.
     *
     * @param tasks what is asked then
     * @param gone  why a task that is not among them is owed no more, and since when
     */
    record Standing(List<Task> tasks, Function<Task, Task.Settlement> gone) {}

    static List<Deed> of(List<Tasks.Recorded> openNow, SortedSet<LocalDate> days, Function<LocalDate, Standing> look) {
        Map<Task.Key, Task> open = new LinkedHashMap<>();
        openNow.forEach(recorded -> open.put(recorded.task().key(), recorded.task()));
        List<Deed> deeds = new ArrayList<>();
        for (LocalDate day : days) {
            Standing standing = look.apply(day);
            List<Task.Key> asked = standing.tasks().stream().map(Task::key).toList();
            for (Task task : List.copyOf(open.values())) {
                // A pass may go again over days on which a task was not yet owed: that settles nothing.
                if (!task.since().isAfter(day) && !asked.contains(task.key())) {
                    deeds.add(new Deed.Settle(task.key(), standing.gone().apply(task)));
                    open.remove(task.key());
                }
            }
            for (Task task : standing.tasks()) {
                if (open.putIfAbsent(task.key(), task) == null) {
                    deeds.add(new Deed.Raise(task));
                }
            }
        }
        return deeds;
    }
}
