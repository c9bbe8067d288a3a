package org.sceau.registry.application.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;

/** All tasks, open and settled. */
public interface Tasks {

    /**
     * A task as it was recorded.
     *
     * @param recordedAt when its present state became known
     * @param position   journal position of the entry that raised it
     */
    record Recorded(Task task, Instant recordedAt, long position) {}

    Optional<Recorded> find(TaskId id);

    Optional<Recorded> find(Task.Key key);

    /** Those about a subject that are open. */
    List<Recorded> open(Concern concern);

    void add(Recorded recorded);

    /** @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before */
    void replace(Recorded recorded);

    /**
     * Tasks for some roles, newest first.
     *
     * @param before position to go on behind
     * @param most   1 to 200
     */
    List<Recorded> page(Set<Role> roles, boolean open, Optional<Long> before, int most);
}
