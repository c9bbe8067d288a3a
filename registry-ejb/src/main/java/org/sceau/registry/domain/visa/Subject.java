package org.sceau.registry.domain.visa;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/**
 * What was certified or qualified.
 *
 * @param name     as published, 1 to 600 characters; words broken by a source are kept as printed
 * @param versions exact version for a certificate; a bounded expression such as {@code 4.3.x} for a product
 *                 qualification (invariant 24); at most 200 characters
 * @param maintained those of the versions that came by maintenance: nothing is said of their resistance to new attacks (invariant 36)
 */
public record Subject(SubjectKind kind, String name, Optional<String> versions, Set<String> maintained) {

    private static final String BETWEEN = ", ";

    public Subject {
        maintained = Collections.unmodifiableSet(new TreeSet<>(maintained));
        if (!named(versions).containsAll(maintained)) {
            throw new IllegalArgumentException("a maintained version is one of the versions");
        }
        if (name.isBlank() || name.length() > 600) {
            throw new IllegalArgumentException("a subject has a name of 1 to 600 characters");
        }
        if (versions.filter(text -> text.isBlank() || text.length() > 200).isPresent()) {
            throw new IllegalArgumentException("versions are 1 to 200 characters or absent");
        }
    }

    /** A subject none of whose versions came by maintenance. */
    public Subject(SubjectKind kind, String name, Optional<String> versions) {
        this(kind, name, versions, Set.of());
    }

    /** The same subject under other words; a version that is still named came as it came. */
    public Subject saying(String newName, Optional<String> newVersions) {
        Set<String> still = new TreeSet<>(maintained);
        still.retainAll(named(newVersions));
        return new Subject(kind, newName, newVersions, still);
    }

    /**
     * The same subject with more versions, which came by maintenance (invariant 24: each is named).
     *
     * @param more one version, or several as {@code versions} names them
     */
    public Subject maintainedAs(String more) {
        List<String> names = named(Optional.of(more));
        Set<String> all = new TreeSet<>(named(versions));
        all.addAll(names);
        Set<String> maintainedToo = new TreeSet<>(maintained);
        maintainedToo.addAll(names);
        return new Subject(kind, name, Optional.of(String.join(BETWEEN, all)), maintainedToo);
    }

    /** Whether it is this one, however its versions came. */
    public boolean says(Subject other) {
        return kind == other.kind && name.equals(other.name) && versions.equals(other.versions);
    }

    /** The versions, each by its name. */
    public List<String> versionNames() {
        return named(versions);
    }

    private static List<String> named(Optional<String> versions) {
        return versions.map(text -> List.of(text.split(BETWEEN))).orElse(List.of());
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
        return saying(
                name.equals(wrong.name) ? right.name : name,
                versions.equals(wrong.versions) ? right.versions : versions);
    }
}
