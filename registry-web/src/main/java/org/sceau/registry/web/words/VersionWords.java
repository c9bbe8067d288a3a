package org.sceau.registry.web.words;

import java.util.Optional;
import java.util.stream.Collectors;
import org.sceau.registry.domain.visa.Subject;

/** The versions of a subject, each that came by maintenance marked as such. */
public record VersionWords(Texts texts) {

    /** Empty where a source printed none. */
    public Optional<String> of(Subject subject) {
        return subject.versions()
                .map(text -> subject.maintained().isEmpty()
                        ? text
                        : subject.versionNames().stream()
                                .map(version -> subject.maintained().contains(version)
                                        ? texts.say("version.maintained", version)
                                        : version)
                                .collect(Collectors.joining(", ")));
    }
}
