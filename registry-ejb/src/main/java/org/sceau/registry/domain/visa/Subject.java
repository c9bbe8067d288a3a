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

    /**
     * Whether another visa is about this subject: its name in any usual spelling, and each version among those that visa says. Whose product
     * it is does not count, for a sponsor may differ from the developer. Where the other one says no version, its name may end with them:
     * the official catalogue prints them so.
     */
    public boolean isAmong(Subject base) {
        boolean named = SubjectKey.meet(name, base.name);
        if (versions.isEmpty()) {
            return named;
        }
        Optional<String> said =
                base.versions.isPresent() ? base.versions.filter(text -> named) : SubjectKey.rest(name, base.name);
        return said.filter(text -> VersionNames.areAmong(text, versions.get())).isPresent();
    }

    /** The same subject, with the wrong words replaced where they stand in it. */
    Subject corrected(Subject wrong, Subject right) {
        return new Subject(
                kind,
                name.equals(wrong.name) ? right.name : name,
                versions.equals(wrong.versions) ? right.versions : versions);
    }
}
