package org.sceau.registry.domain.complaint;

import java.util.UUID;

/** Identity of a complaint: random, 128 bits. */
public record ComplaintId(UUID value) {

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static ComplaintId parse(String text) {
        return new ComplaintId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
