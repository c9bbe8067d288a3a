package org.sceau.registry.infrastructure.persistence;

import org.sceau.registry.domain.refusal.Refusal;

/** Says that somebody else changed a row first. */
final class Stale {
    private Stale() {}

    /** @param changed rows that an update met with the version before: one, or it came too late */
    static void requireOne(int changed) {
        if (changed != 1) {
            throw Refusal.of("concurrent-change", Refusal.Kind.CONFLICT).asException();
        }
    }
}
