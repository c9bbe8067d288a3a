package org.sceau.registry.application.notifying;

import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.TaskKind;

/**
 * Of what somebody is told.
 *
 * @param kind    name of the {@link NoticeKind} or {@link TaskKind}
 * @param subject position of the notice, or id of the task: nothing that says what it is about
 */
public record Told(Source source, String kind, String subject) {

    /** What there are kinds of. */
    public enum Source {
        NOTICE,
        TASK
    }

    static Told notice(NoticeKind kind, long position) {
        return new Told(Source.NOTICE, kind.name(), Long.toString(position));
    }

    static Told task(TaskKind kind, String id) {
        return new Told(Source.TASK, kind.name(), id);
    }

    /** The same for all of its kind. */
    Told kindAlone() {
        return new Told(source, kind, "-");
    }

    /** The kind in words. */
    Label label() {
        return switch (source) {
            case NOTICE -> NoticeKind.valueOf(kind).label();
            case TASK -> TaskKind.valueOf(kind).label();
        };
    }
}
