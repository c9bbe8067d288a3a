package org.sceau.registry.web.administering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.revising.ReviseSchemes;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.revision.Revision;
import org.sceau.registry.web.form.Obstacle;

/**
 * One edition as its page shows it.
 *
 * @param title    short name, version and number; the name of a file that cannot be read
 * @param label    full name of the scheme; empty for such a file
 * @param scheme   address of its version in use; empty for a version that is not
 * @param state    in words, with class and mark of its tone
 * @param digest   of its bytes; empty for a file that cannot be read
 * @param changes  what it says otherwise than the edition in use before it, block by block
 * @param fresh    whether it is the first edition of its version here
 * @param row      its record: who and when; absent for a file
 * @param waiting  whether it waits for its second word
 * @param obstacle why it can neither be proposed nor taken into use by whoever looks; absent when it can
 */
public record EditionSheet(
        String title,
        String label,
        String scheme,
        String state,
        String tone,
        String digest,
        List<RuleChanges> changes,
        boolean fresh,
        @Nullable EditionRow row,
        boolean waiting,
        @Nullable Obstacle obstacle) {

    static EditionSheet of(ReviseSchemes.Draft draft, EditionWords words) {
        ReviseSchemes.Candidate candidate = draft.candidate();
        boolean ready = candidate.refusal().isEmpty();
        return new EditionSheet(
                candidate
                        .version()
                        .map(version -> words.edition(words.version(version), version.revision()))
                        .orElse(candidate.file()),
                candidate
                        .version()
                        .map(version -> version.label().in(words.desk().locale()))
                        .orElse(""),
                candidate.version().map(version -> scheme(version, words)).orElse(""),
                words.desk().texts().say(ready ? "schemes.file.ready" : "schemes.file.not-now"),
                ready ? "next" : "stop",
                candidate.version().map(SchemeVersion::definition).orElse(""),
                draft.difference().stream()
                        .map(block -> RuleChanges.of(block, words.desk()))
                        .toList(),
                candidate.version().filter(version -> isFresh(version, words)).isPresent(),
                null,
                false,
                candidate.refusal().map(words::obstacle).orElse(null));
    }

    static EditionSheet of(ReviseSchemes.Sight sight, EditionWords words) {
        Revision revision = sight.recorded().revision();
        boolean waiting = revision.state() == Revision.State.PROPOSED;
        return new EditionSheet(
                words.edition(words.version(sight.version()), revision.number()),
                sight.version().label().in(words.desk().locale()),
                scheme(sight.version(), words),
                words.state(revision),
                EditionWords.tone(revision),
                revision.sha256(),
                sight.difference().stream()
                        .map(block -> RuleChanges.of(block, words.desk()))
                        .toList(),
                revision.state() == Revision.State.RELEASED && revision.number() == 1
                        || isFresh(sight.version(), words),
                words.row(sight.recorded()),
                waiting,
                waiting ? sight.obstacle().map(words::obstacle).orElse(null) : null);
    }

    private static String scheme(SchemeVersion version, EditionWords words) {
        return isFresh(version, words) ? "" : words.desk().to(EditionWords.SCHEMES + "/" + version.id());
    }

    private static boolean isFresh(SchemeVersion version, EditionWords words) {
        return words.schemes().version(version.id()).isEmpty();
    }

    /** Whether whoever looks proposed it, and so cannot say the second word. */
    public boolean mine() {
        return row != null && row.mine();
    }
}
