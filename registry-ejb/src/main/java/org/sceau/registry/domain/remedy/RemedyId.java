package org.sceau.registry.domain.remedy;

import java.util.UUID;

/** Identity of a remedy: random, 128 bits. */
public record RemedyId(UUID value) {

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static RemedyId parse(String text) {
        return new RemedyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
