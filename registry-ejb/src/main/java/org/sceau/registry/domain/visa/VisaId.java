package org.sceau.registry.domain.visa;

import java.util.UUID;

/** Internal identity of a visa: random, 128 bits, never printed as a reference and never reused. */
public record VisaId(UUID value) {

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static VisaId parse(String text) {
        return new VisaId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
