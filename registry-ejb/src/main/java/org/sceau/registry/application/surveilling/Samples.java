package org.sceau.registry.application.surveilling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.sampling.Sample;
import org.sceau.registry.domain.scheme.SchemeId;

/** All samples, each in its newest version; former versions stay readable. */
public interface Samples {

    /** A sample as it was recorded. */
    record Recorded(Sample sample, Instant recordedAt, long position) {}

    Optional<Recorded> find(SchemeId scheme, int year);

    Optional<Recorded> find(SchemeId scheme, int year, long version);

    /** Samples that were drawn at or after an instant, in their newest versions. */
    List<Recorded> drawnSince(Instant from);

    /** @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before */
    void put(Recorded recorded);
}
