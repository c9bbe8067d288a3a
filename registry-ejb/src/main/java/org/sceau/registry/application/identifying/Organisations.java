package org.sceau.registry.application.identifying;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;

/** Organisations whose people have accounts. */
public interface Organisations {
    /** Organisations one registry may have. */
    int MOST = 5_000;

    record Recorded(Member member, Instant recordedAt, long position) {}

    Optional<Member> find(OrganisationId id);

    /** The one of exactly this name. */
    Optional<Member> named(String name);

    /** All of them by name, at most {@link #MOST}. */
    List<Member> all();

    /** Names of organisations that accounts have and nobody registered: accounts that were there before organisations were. */
    List<String> unregistered();

    void add(Recorded recorded);

    /** @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before */
    void replace(Recorded recorded);
}
