package org.sceau.registry.application.evaluating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.OrganisationKey;

/** All laboratories, each in its newest version; former versions stay readable. */
public interface Laboratories {

    /** A laboratory as it was recorded; version 1 for the first recording, +1 for each change. */
    record Recorded(Laboratory laboratory, long version, Instant recordedAt, long position) {}

    Optional<Recorded> find(LaboratoryId id);

    Optional<Recorded> find(LaboratoryId id, long version);

    /** As it was on record at an instant; empty when it was not. */
    Optional<Recorded> find(LaboratoryId id, Instant known);

    Optional<Recorded> named(String name);

    /** Those of which this is a spelling of the name: usually one or none, and two companies may share a key. */
    List<Recorded> spelled(OrganisationKey key);

    /**
     * The same where it is known how new the record is: names that were read at that position are not read again.
     *
     * @param newest position of the newest entry about any laboratory
     */
    List<Recorded> spelled(OrganisationKey key, long newest);

    /** By name. */
    List<Recorded> all();

    void add(Recorded recorded);

    /** @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before */
    void replace(Recorded recorded);
}
