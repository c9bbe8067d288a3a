package org.sceau.registry.domain.visa;

import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/**
 * What was certified or qualified.
 *
 * @param name     as published, 1 to 600 characters; words broken by a source are kept as printed
 * @param versions exact version for a certificate; a bounded expression such as {@code 4.3.x} for a product
 *                 qualification (invariant 24); at most 200 characters
 */
public record Subject(SubjectKind kind, String name, Optional<String> versions) {

    public Subject {
        if (name.isBlank() || name.length() > 600) {
            throw new IllegalArgumentException("a subject has a name of 1 to 600 characters");
        }
        if (versions.filter(text -> text.isBlank() || text.length() > 200).isPresent()) {
            throw new IllegalArgumentException("versions are 1 to 200 characters or absent");
        }
    }

    /** The same subject, with the wrong words replaced where they stand in it. */
    Subject corrected(Subject wrong, Subject right) {
        return new Subject(
                kind,
                name.equals(wrong.name) ? right.name : name,
                versions.equals(wrong.versions) ? right.versions : versions);
    }
}
