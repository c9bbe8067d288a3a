package org.sceau.registry.domain.scheme;

import org.sceau.registry.domain.scheme.vocabulary.Kebab;

/**
 * Names a scheme whatever its version, such as {@code cspn}.
 *
 * @param value kebab-case, 1 to 60 characters; stands in addresses and file names, never changes
 */
public record SchemeId(String value) implements Comparable<SchemeId> {
    /** Refuses anything but kebab-case with {@link IllegalArgumentException}. */
    public SchemeId {
        Kebab.check("scheme id", value);
    }

    @Override
    public int compareTo(SchemeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
