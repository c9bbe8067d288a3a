package org.sceau.registry.application.identifying;

import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.domain.access.RoleBook;

/** The roles of accounts as they were changed here, each in its newest version; former versions stay readable. */
public interface RoleBooks {

    /** @param version 1 for the first change, +1 for each; an account whose roles nobody changed has no row */
    record Recorded(String accountId, RoleBook book, long version, Instant recordedAt, long position) {}

    Optional<Recorded> find(String accountId);

    Optional<Recorded> find(String accountId, long version);

    /** @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before */
    void put(Recorded recorded);
}
