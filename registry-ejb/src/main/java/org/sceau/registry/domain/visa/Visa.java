package org.sceau.registry.domain.visa;

import java.time.Instant;

/**
 * A visa as the registry holds it.
 *
 * @param version    1 for the first recording, +1 for each change; carried through screens and {@code If-Match}
 * @param recordedAt when we learned this version (the second of the two times on everything)
 * @param position   journal position of the act that recorded this version
 */
public record Visa(
        VisaId id, Slug slug, long version, VisaFacts facts, Provenance provenance, Instant recordedAt, long position) {

    /** The same version, now that its act has a place in the journal. */
    public Visa at(long journalPosition) {
        return new Visa(id, slug, version, facts, provenance, recordedAt, journalPosition);
    }
}
