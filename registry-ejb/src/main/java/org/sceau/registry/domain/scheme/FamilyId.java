package org.sceau.registry.domain.scheme;

import org.sceau.registry.domain.scheme.vocabulary.Kebab;

/**
 * Names a family of the public catalogue, such as {@code secnumcloud}. One family has one trust list.
 *
 * @param value kebab-case, 1 to 60 characters; stands in addresses, never changes
 */
public record FamilyId(String value) implements Comparable<FamilyId> {
    /** Refuses anything but kebab-case with {@link IllegalArgumentException}. */
    public FamilyId {
        Kebab.check("family id", value);
    }

    @Override
    public int compareTo(FamilyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
