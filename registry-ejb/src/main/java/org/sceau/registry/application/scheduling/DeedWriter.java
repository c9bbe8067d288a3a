package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.publishing.ListStore;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.visa.Visa;

/**
 * Puts deeds on record inside an act, each with its own journal entry, and none twice. What people are asked and told is one commitment:
 * it may be about a dossier or a visa that nobody may know of. The end of a visa that is listed is public.
 */
@ApplicationScoped
public class DeedWriter {
    private static final String NOTICE = "notice-given";

    private final Tasks tasks;
    private final Notices notices;
    private final Agenda agenda;
    private final ListStore lists;
    private final Schemes schemes;
    private final RevisionsInUse editions;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DeedWriter() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public DeedWriter(
            Tasks tasks, Notices notices, Agenda agenda, ListStore lists, Schemes schemes, RevisionsInUse editions) {
        this.tasks = tasks;
        this.notices = notices;
        this.agenda = agenda;
        this.lists = lists;
        this.schemes = schemes;
        this.editions = editions;
    }

    /** Whether it is not on record yet. */
    boolean isMissing(Deed deed) {
        if (deed instanceof Deed.Raise raise) {
            return tasks.find(raise.task().key()).isEmpty();
        }
        if (deed instanceof Deed.Settle settle) {
            return tasks.find(settle.key())
                    .filter(recorded -> recorded.task().isOpen())
                    .isPresent();
        }
        if (deed instanceof Deed.Give give) {
            return !notices.isGiven(give.notice());
        }
        Deed.End end = (Deed.End) deed;
        return !agenda.isEnded(end.visa().id(), end.day());
    }

    void write(Passage passage, Deed deed) {
        if (deed instanceof Deed.Raise raise) {
            raise(passage, raise.task());
        } else if (deed instanceof Deed.Settle settle) {
            settle(passage, tasks.find(settle.key()).orElseThrow(), settle.how());
        } else if (deed instanceof Deed.Give give) {
            give(passage, give.notice());
        } else {
            end(passage, (Deed.End) deed);
        }
    }

    private void raise(Passage passage, Task task) {
        long position = passage.record(entry("task-raised", task));
        tasks.add(new Tasks.Recorded(task, passage.now(), position));
    }

    /** @return the task as it is settled now */
    Tasks.Recorded settle(Passage passage, Tasks.Recorded before, Task.Settlement how) {
        return settle(passage, before, before.task().settled(how));
    }

    /** Puts a settled task on record. */
    Tasks.Recorded settle(Passage passage, Tasks.Recorded before, Task settled) {
        passage.record(entry("task-settled", settled));
        Tasks.Recorded after = new Tasks.Recorded(settled, passage.now(), before.position());
        tasks.replace(after);
        return after;
    }

    void give(Passage passage, Notice notice) {
        Entry entry = new Entry(
                NOTICE,
                "notice",
                Optional.empty(),
                Map.of(),
                Map.of("notice", CanonicalText.of(CanonicalRecord.of(notice))),
                Entry.Topic.NOTICE);
        notices.add(new Notices.Recorded(notice, passage.now(), passage.record(entry)));
    }

    private void end(Passage passage, Deed.End end) {
        agenda.end(end.visa().id(), end.day(), passage.record(entry(end)));
    }

    private static Entry entry(String kind, Task task) {
        return new Entry(
                kind,
                "task",
                Optional.empty(),
                Map.of(),
                Map.of("task", CanonicalText.of(CanonicalRecord.of(task))),
                Entry.Topic.TASK,
                task.id().toString());
    }

    /** The list of the family is told, unless an issue speaks of that day already. */
    private Entry entry(Deed.End end) {
        Visa visa = end.visa();
        Map<String, Object> content = new TreeMap<>();
        content.put("family", visa.facts().family().value());
        content.put("status", schemes.statusAtEnd(visa.facts().scheme()).code());
        content.put("version", visa.version());
        Ground.in(editions.current(visa.facts().scheme()))
                .ofValidity()
                .ifPresent(source -> content.put("ground", source));
        if (!visa.facts().listed()) {
            // Its day would tell of a visa that nobody may know of: it looks like any notice (invariant 62).
            content.put("visa", visa.id().toString());
            content.put("day", end.day().toString());
            return new Entry(
                    NOTICE,
                    "notice",
                    Optional.empty(),
                    Map.of(),
                    Map.of("notice", CanonicalText.of(content)),
                    Entry.Topic.HOUSE);
        }
        boolean spoken = lists.coveredDay(visa.facts().family())
                .filter(covered -> !covered.isBefore(end.day()))
                .isPresent();
        return new Entry(
                "visa-ended",
                "visa:" + visa.id(),
                Optional.of(end.day()),
                content,
                Map.of(),
                Entry.Topic.VISA,
                !spoken ? visa.facts().family().value() : "-");
    }
}
