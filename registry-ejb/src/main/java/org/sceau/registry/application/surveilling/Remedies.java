package org.sceau.registry.application.surveilling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.remedy.RemedyId;
import org.sceau.registry.domain.visa.VisaId;

/** All remedies, each in its newest version; former versions stay readable. */
public interface Remedies {

    /** A remedy as it was recorded. */
    record Recorded(Remedy remedy, Instant recordedAt, long position) {}

    Optional<Recorded> find(RemedyId id);

    Optional<Recorded> find(RemedyId id, long version);

    /** The remedies asked of the holder of a visa, newest first; at most 200. */
    List<Recorded> about(VisaId visa);

    void add(Recorded recorded);

    /** @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before */
    void replace(Recorded recorded);
}
