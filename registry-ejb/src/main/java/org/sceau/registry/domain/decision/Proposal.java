package org.sceau.registry.domain.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * A proposal and what became of it. One approval by somebody else carries it, one rejection ends it, an edit makes every approval
 * void, and it expires.
 *
 * @param digest   SHA-256 of the canonical content, lower-case hexadecimal: what is approved is exactly this
 * @param editions content digests of former editions, oldest first
 * @param expires  last legal day on which it can be approved
 * @param answers  approvals and rejections, oldest first, each bound to the digest it saw
 * @param version  1 when proposed, +1 for each change
 */
public record Proposal(
        ProposalId id,
        DecisionContent content,
        String digest,
        Person proposer,
        Instant proposedAt,
        List<String> editions,
        LocalDate expires,
        List<Answer> answers,
        State state,
        long version) {
    /** Days a proposal can be approved in; a house rule. */
    public static final int DAYS_OPEN = 30;

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Where a proposal stands. */
    public enum State {
        OPEN,
        /** Approved and carried out, in one transaction. */
        EFFECTIVE,
        REJECTED,
        /** Taken back by who proposed it. */
        RETRACTED
    }

    /** What a second person said. */
    public record Answer(Person by, Instant at, boolean approves, String digest, String text) {
        public Answer {
            if (text.length() > 4_000) {
                throw new IllegalArgumentException("an answer has at most 4000 characters");
            }
        }
    }

    public Proposal {
        editions = List.copyOf(editions);
        answers = List.copyOf(answers);
        if (!SHA_256.matcher(digest).matches()) {
            throw new IllegalArgumentException("a digest is 64 lower-case hexadecimal digits");
        }
    }

    /** A new proposal. */
    public static Proposal of(
            ProposalId id, DecisionContent content, String digest, Person proposer, Instant at, LocalDate day) {
        return new Proposal(
                id, content, digest, proposer, at, List.of(), day.plusDays(DAYS_OPEN), List.of(), State.OPEN, 1);
    }

    /** The day on which its present content was proposed. */
    public LocalDate askedOn() {
        return expires.minusDays(DAYS_OPEN);
    }

    public boolean isOpenOn(LocalDate day) {
        return state == State.OPEN && !day.isAfter(expires);
    }

    /**
     * The proposal with another content, by who proposed it.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code proposal-closed}, {@code proposal-expired}, {@code proposal-of-another}
     */
    public Proposal edited(DecisionContent changed, String newDigest, Person by, LocalDate day) {
        requireOpen(day);
        if (!by.name().equals(proposer.name())) {
            throw conflict("proposal-of-another").asException();
        }
        List<String> former = new ArrayList<>(editions);
        former.add(digest);
        return new Proposal(
                id,
                changed,
                newDigest,
                proposer,
                proposedAt,
                former,
                day.plusDays(DAYS_OPEN),
                answers,
                State.OPEN,
                version + 1);
    }

    /**
     * The proposal approved by a second person.
     *
     * @param seen the digest of what that person saw
     * @throws org.sceau.registry.domain.refusal.Refused {@code proposal-closed}, {@code proposal-expired}, {@code
     *     approval-own-proposal}, {@code proposal-changed} when it was edited since
     */
    public Proposal approved(Person by, Instant at, LocalDate day, String seen, String text) {
        return answered(by, at, day, seen, text, true, State.EFFECTIVE);
    }

    /** The proposal rejected by a second person: one rejection ends it. */
    public Proposal rejected(Person by, Instant at, LocalDate day, String seen, String text) {
        return answered(by, at, day, seen, text, false, State.REJECTED);
    }

    /** Taken back by who proposed it. */
    public Proposal retracted(Person by, LocalDate day) {
        requireOpen(day);
        if (!by.name().equals(proposer.name())) {
            throw conflict("proposal-of-another").asException();
        }
        return new Proposal(
                id, content, digest, proposer, proposedAt, editions, expires, answers, State.RETRACTED, version + 1);
    }

    private Proposal answered(
            Person by, Instant at, LocalDate day, String seen, String text, boolean approves, State then) {
        requireOpen(day);
        if (by.name().equals(proposer.name())) {
            throw Refusal.of("approval-own-proposal", Refusal.Kind.FORBIDDEN).asException();
        }
        if (!seen.equals(digest)) {
            throw conflict("proposal-changed")
                    .with("seen", SHA_256.matcher(seen).matches() ? seen : "-")
                    .with("current", digest)
                    .asException();
        }
        List<Answer> all = new ArrayList<>(answers);
        all.add(new Answer(by, at, approves, seen, text));
        return new Proposal(id, content, digest, proposer, proposedAt, editions, expires, all, then, version + 1);
    }

    private void requireOpen(LocalDate day) {
        if (state != State.OPEN) {
            Refusal closed =
                    conflict("proposal-closed").with("state", state.name().toLowerCase(java.util.Locale.ROOT));
            // Who comes second hears who came first; a proposal that was taken back has no answer that ended it.
            throw (state == State.RETRACTED || answers.isEmpty() ? closed : endedBy(closed)).asException();
        }
        if (day.isAfter(expires)) {
            throw conflict("proposal-expired")
                    .with("expired", expires.toString())
                    .asException();
        }
    }

    private Refusal endedBy(Refusal closed) {
        Answer last = answers.get(answers.size() - 1);
        return closed.with("by", last.by().name()).with("at", last.at().toString());
    }

    private static Refusal conflict(String code) {
        return Refusal.of(code, Refusal.Kind.CONFLICT);
    }
}
