package org.sceau.registry.domain.laboratory;

import java.util.UUID;

/** Internal identity of a laboratory: random, 128 bits, never reused. */
public record LaboratoryId(UUID value) implements Comparable<LaboratoryId> {

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static LaboratoryId parse(String text) {
        return new LaboratoryId(UUID.fromString(text));
    }

    @Override
    public int compareTo(LaboratoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
