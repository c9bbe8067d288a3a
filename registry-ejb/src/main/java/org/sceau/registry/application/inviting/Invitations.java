package org.sceau.registry.application.inviting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.access.Invitation;
import org.sceau.registry.domain.access.InvitationId;

/** Invitations as stored; the secrets that open them are here only as hashes. */
public interface Invitations {

    record Recorded(Invitation invitation, Instant recordedAt, long position) {}

    /**
     * What opens one.
     *
     * @param codeHash   of the word that the second person gives; absent where there is none, or not yet
     * @param wrongCodes how often a wrong one was given
     */
    record Lock(Invitation invitation, Optional<String> codeHash, int wrongCodes) {}

    Optional<Recorded> find(InvitationId id);

    Optional<Lock> byTokenHash(String tokenHash);

    /** Those of an organisation, newest first, at most 200. */
    List<Recorded> of(String organisation);

    /** Whether one that is alive invites under a username. */
    boolean isInvited(String username, Instant now);

    void add(Recorded recorded, String tokenHash);

    /** @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before */
    void replace(Recorded recorded);

    void lock(InvitationId id, String codeHash);

    /** Counts an attempt at the code, alone: others wait for the end of the transaction. Gives how many there are now. */
    int countCode(InvitationId id);

    /** Takes the count of a right attempt back. */
    void forgiveCode(InvitationId id);
}
