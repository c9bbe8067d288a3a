package org.sceau.registry.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/**
 * An invitation to an account, or back into one. Immutable: a step makes the next one.
 *
 * <p>Where the account is one of staff, a second person has to approve it, and the invited person needs a word of each of the two: whoever
 * invites knows only one and can never come in as the other.
 *
 * @param organisation whose account it is or will be
 * @param roles        what the account will have; none for the way back into one, which keeps its own
 * @param by           who invites
 * @param secondNeeded whether somebody else has to approve
 * @param approvedBy   who did
 * @param version      1 when it was made, +1 for each step
 */
public record Invitation(
        InvitationId id,
        Purpose purpose,
        String organisation,
        Invitee invitee,
        RoleBook roles,
        String by,
        Instant at,
        boolean secondNeeded,
        Optional<String> approvedBy,
        Instant expires,
        State state,
        long version) {
    /** How long one is good, from the day it was made or approved. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** What it leads to. */
    public enum Purpose {
        ACCOUNT,
        /** A new password and new second factors for an account that is there. */
        RECOVERY;

        public String code() {
            return Coded.of(this);
        }
    }

    /** How far it is; that it expired follows from the time. */
    public enum State {
        WAITING,
        OPEN,
        ACCEPTED,
        REVOKED;

        public String code() {
            return Coded.of(this);
        }
    }

    /** One that was just made. */
    public static Invitation made(
            InvitationId id,
            Purpose purpose,
            String organisation,
            Invitee invitee,
            RoleBook roles,
            String by,
            Instant at,
            boolean secondNeeded) {
        return new Invitation(
                id,
                purpose,
                organisation,
                invitee,
                roles,
                by,
                at,
                secondNeeded,
                Optional.empty(),
                at.plus(LIFE),
                secondNeeded ? State.WAITING : State.OPEN,
                1);
    }

    /** Whether it still leads somewhere. */
    public boolean isAlive(Instant now) {
        return (state == State.WAITING || state == State.OPEN) && now.isBefore(expires);
    }

    /**
     * Approved by a second person.
     *
     * @throws Refused {@code invitation-over}, {@code invitation-approved}, {@code approval-own-proposal}
     */
    public Invitation approved(String account, Instant now) {
        requireAlive(now);
        if (state != State.WAITING) {
            throw Refusal.of("invitation-approved", Refusal.Kind.CONFLICT).asException();
        }
        if (account.equals(by) || account.equals(invitee.username())) {
            throw Refusal.of("approval-own-proposal", Refusal.Kind.FORBIDDEN).asException();
        }
        return with(Optional.of(account), now.plus(LIFE), State.OPEN);
    }

    /**
     * Taken back, or refused by the second person.
     *
     * @throws Refused {@code invitation-over}
     */
    public Invitation revoked(Instant now) {
        requireAlive(now);
        return with(approvedBy, expires, State.REVOKED);
    }

    /**
     * Accepted by the person invited.
     *
     * @throws Refused {@code invitation-over}, {@code invitation-waiting}
     */
    public Invitation accepted(Instant now) {
        requireAlive(now);
        if (state == State.WAITING) {
            throw Refusal.of("invitation-waiting", Refusal.Kind.CONFLICT).asException();
        }
        return with(approvedBy, expires, State.ACCEPTED);
    }

    private Invitation with(Optional<String> second, Instant end, State next) {
        return new Invitation(
                id, purpose, organisation, invitee, roles, by, at, secondNeeded, second, end, next, version + 1);
    }

    private void requireAlive(Instant now) {
        if (!isAlive(now)) {
            throw Refusal.of("invitation-over", Refusal.Kind.CONFLICT).asException();
        }
    }
}
