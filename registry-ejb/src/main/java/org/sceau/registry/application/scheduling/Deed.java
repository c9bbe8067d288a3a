package org.sceau.registry.application.scheduling;

import java.time.LocalDate;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.visa.Visa;

/** What a duty has to put on record about one subject. Each has a natural key; what is on record under it is not written again. */
public sealed interface Deed {

    /** To ask somebody; dropped when it was asked before. */
    record Raise(Task task) implements Deed {}

    /** To say that nothing is owed any more; dropped when no such task is open. */
    record Settle(Task.Key key, Task.Settlement how) implements Deed {}

    /** To tell somebody; dropped when it was told before. */
    record Give(Notice notice) implements Deed {}

    /** To record that the validity of a visa is over since a day; dropped when it is on record. */
    record End(Visa visa, LocalDate day) implements Deed {}
}
