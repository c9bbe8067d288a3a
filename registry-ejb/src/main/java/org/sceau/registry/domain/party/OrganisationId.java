package org.sceau.registry.domain.party;

import java.util.UUID;

/** Random and internal; never changes. */
public record OrganisationId(UUID value) {
    /** Refuses what is no UUID with {@link IllegalArgumentException}. */
    public static OrganisationId parse(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
