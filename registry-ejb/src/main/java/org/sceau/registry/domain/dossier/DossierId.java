package org.sceau.registry.domain.dossier;

import java.util.UUID;

/** Internal identity of a dossier: random, 128 bits, never reused. That it exists is confidential. */
public record DossierId(UUID value) {

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static DossierId parse(String text) {
        return new DossierId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
