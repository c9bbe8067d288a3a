package org.sceau.registry.application.notifying;

import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.TaskKind;

/**
 * Of what somebody is told.
 *
 * @param kind    name of the {@link NoticeKind} or {@link TaskKind}; a warning has {@value #WARNED} alone
 * @param subject position of the notice or of the warning, or id of the task: nothing that says what it is about
 */
public record Told(Source source, String kind, String subject) {

    private static final String WARNED = "VULNERABILITY";

    private static final Label WARNING =
            new Label("Une vulnérabilité concerne l’un de vos visas", "A vulnerability concerns one of your visas");

    /** What there are kinds of. */
    public enum Source {
        NOTICE,
        TASK,
        /** Of a vulnerability in what somebody holds, or in what it rests on. */
        WARNING
    }

    static Told notice(NoticeKind kind, long position) {
        return new Told(Source.NOTICE, kind.name(), Long.toString(position));
    }

    static Told task(TaskKind kind, String id) {
        return new Told(Source.TASK, kind.name(), id);
    }

    static Told warning(long position) {
        return new Told(Source.WARNING, WARNED, Long.toString(position));
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
            case WARNING -> WARNING;
        };
    }
}
