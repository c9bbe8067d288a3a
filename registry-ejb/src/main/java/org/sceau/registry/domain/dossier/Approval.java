package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An approval that was asked for, and the answer when there is one. Who asked may take it back before that. Where two persons answer, the first proposes and the second approves
 * exactly that or rejects it.
 *
 * @param type          id of its type in the scheme
 * @param justification why it is asked for, 1 to 4000 characters
 * @param until         the last day of validity it is asked for, where it allows a longer one than the scheme (EUCC Art. 12(3)); absent
 *     for every other type
 * @param withdrawn     who took the request back, and when
 * @param replaced      answers that were proposed before the newest one, the earliest first
 * @param proposed      the newest answer that was proposed, whatever became of it; absent where one person answers
 */
public record Approval(
        String type,
        String justification,
        Person askedBy,
        Instant askedAt,
        Optional<LocalDate> until,
        Optional<Withdrawn> withdrawn,
        List<Proposed> replaced,
        Optional<Proposed> proposed,
        Optional<Answer> answer) {
    /** Days a proposed answer can be approved in; a house rule, as of every proposal. */
    public static final int DAYS_OPEN = 30;

    /**
     * @param given      whether it is given
     * @param day        the legal day it bears; never after the day it was recorded
     * @param text       grounds, and amendments of what was asked, 1 to 4000 characters
     * @param by         who answered, or proposed the answer
     * @param at         when it took effect
     * @param approvedBy the second person; absent where one person answers
     */
    public record Answer(
            boolean given, LocalDate day, String text, Person by, Instant at, Optional<Person> approvedBy) {
        public Answer {
            requireGrounds(text);
        }
    }

    /**
     * An answer that waits for a second person.
     *
     * @param digest   SHA-256 of the {@link Matter}, lower-case hexadecimal: what is approved is exactly this
     * @param expires  last legal day on which it can be approved
     * @param rejected the second person's refusal, which ends it
     */
    public record Proposed(
            boolean given,
            LocalDate day,
            String text,
            Person by,
            Instant at,
            String digest,
            LocalDate expires,
            Optional<Rejection> rejected) {
        public Proposed {
            requireGrounds(text);
        }

        public boolean isOpenOn(LocalDate today) {
            return rejected.isEmpty() && !today.isAfter(expires);
        }

        private Proposed until(Predicate<Instant> done) {
            return new Proposed(given, day, text, by, at, digest, expires, rejected.filter(end -> done.test(end.at())));
        }

        /** The same, ended. */
        public Proposed rejected(Rejection by) {
            return new Proposed(given, day, text, this.by, at, digest, expires, Optional.of(by));
        }
    }

    /** @param text grounds, 1 to 4000 characters */
    public record Rejection(String text, Person by, Instant at) {
        public Rejection {
            requireGrounds(text);
        }
    }

    /** A request that is no longer made. */
    public record Withdrawn(Person by, Instant at) {}

    /** All that a second person approves: what was asked in which dossier, and what is answered. */
    public record Matter(
            DossierId dossier,
            String type,
            String justification,
            Instant askedAt,
            Optional<LocalDate> until,
            boolean given,
            LocalDate day,
            String text) {}

    public Approval {
        replaced = List.copyOf(replaced);
        if (justification.isBlank() || justification.length() > StageEntry.MAX_REASON) {
            throw new IllegalArgumentException("whoever asks for an approval says why");
        }
    }

    /** A request that nobody answered yet. */
    public static Approval asked(String type, String justification, Person by, Instant at, Optional<LocalDate> until) {
        return new Approval(
                type, justification, by, at, until, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /** The same request with another proposed answer, or with what became of the newest one. */
    Approval with(Proposed newest) {
        List<Proposed> before = new ArrayList<>(replaced);
        proposed.filter(known -> !known.at().equals(newest.at())).ifPresent(before::add);
        return new Approval(
                type, justification, askedBy, askedAt, until, withdrawn, before, Optional.of(newest), Optional.empty());
    }

    Approval with(Answer last) {
        return new Approval(
                type, justification, askedBy, askedAt, until, withdrawn, replaced, proposed, Optional.of(last));
    }

    Approval with(Withdrawn end) {
        return new Approval(type, justification, askedBy, askedAt, until, Optional.of(end), replaced, proposed, answer);
    }

    /**
     * The request with what had come of it by a day: an answer counts from the day it bears, a proposal and its rejection from when they
     * were made.
     */
    Approval until(LocalDate day, Predicate<Instant> done) {
        List<Proposed> by = Stream.concat(replaced.stream(), proposed.stream())
                .filter(known -> done.test(known.at()))
                .map(known -> known.until(done))
                .toList();
        int newest = by.size() - 1;
        return new Approval(
                type,
                justification,
                askedBy,
                askedAt,
                until,
                withdrawn.filter(end -> done.test(end.at())),
                newest < 1 ? List.of() : by.subList(0, newest),
                newest < 0 ? Optional.empty() : Optional.of(by.get(newest)),
                answer.filter(given -> !given.day().isAfter(day)));
    }

    public boolean isPending() {
        return answer.isEmpty() && withdrawn.isEmpty();
    }

    /** The answer that waits for a second person on a day. */
    public Optional<Proposed> openOn(LocalDate day) {
        return isPending() ? proposed.filter(waiting -> waiting.isOpenOn(day)) : Optional.empty();
    }

    private static void requireGrounds(String text) {
        if (text.isBlank() || text.length() > StageEntry.MAX_REASON) {
            throw new IllegalArgumentException("an answer gives its grounds");
        }
    }
}
