package org.sceau.registry.domain.access;

import java.util.UUID;

/** Random and internal; it opens nothing. */
public record InvitationId(UUID value) {
    /** Refuses what is no UUID with {@link IllegalArgumentException}. */
    public static InvitationId parse(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
