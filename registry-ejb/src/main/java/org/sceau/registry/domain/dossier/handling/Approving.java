package org.sceau.registry.domain.dossier.handling;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;

/** Approvals that one side asks for and another gives: by two persons, unless the scheme leaves one to it. */
public final class Approving {
    private Approving() {}

    /**
     * Asks for an approval.
     *
     * @param until the last day of validity that is asked for: said where a longer validity is, and nowhere else
     * @throws org.sceau.registry.domain.refusal.Refused {@code approval-not-in-version}, {@code approval-already-pending}, {@code
     *     document-missing} where what it is asked for with is not in the dossier, {@code approval-end} where that day is missing or has no place, {@code dossier-ended}, or a right that is missing
     */
    public static Dossier ask(
            Handling handling, String type, String justification, Optional<LocalDate> until, Person person) {
        ApprovalType known = type(handling, type);
        Filing.require(Rights.refusal(handling, person, known.askedBy()));
        Filing.requireNotEnded(handling);
        Dossier dossier = handling.dossier();
        if (dossier.history().approval(type).filter(Approval::isPending).isPresent()) {
            throw conflict("approval-already-pending", type).asException();
        }
        Filing.require(missing(handling, known)
                .map(document -> conflict("document-missing", type).with("document", document)));
        boolean longer =
                handling.scheme().validity().longerWith().filter(type::equals).isPresent();
        if (longer != until.isPresent()) {
            throw Refusal.of("approval-end", Refusal.Kind.INVALID)
                    .with("approval", type)
                    .with("asked", Boolean.toString(longer))
                    .asException();
        }
        Approval asked = Approval.asked(type, justification, person, handling.at(), until);
        return dossier.after(person, handling.at(), dossier.history().asking(asked));
    }

    /**
     * Takes a request back that nobody answered, whatever was proposed: nothing waits for it any more, and it may be made again.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code approval-not-in-version}, {@code approval-not-pending}, {@code
     *     dossier-ended}, or a right that is missing
     */
    public static Dossier takeBack(Handling handling, String type, Person person) {
        Filing.require(Rights.refusal(handling, person, type(handling, type).askedBy()));
        Filing.requireNotEnded(handling);
        Dossier dossier = handling.dossier();
        Approval.Withdrawn end = new Approval.Withdrawn(person, handling.at());
        return dossier.after(person, handling.at(), dossier.history().takingBack(pending(dossier, type), end));
    }

    /**
     * Gives or denies an approval where one person does, or else proposes to. Who proposed may propose otherwise until somebody approved:
     * that is another digest.
     *
     * @param day    the legal day the answer bears: today, or an earlier one of a letter that was received later
     * @param digest of what a second person approves
     * @throws org.sceau.registry.domain.refusal.Refused {@code approval-not-in-version}, {@code approval-not-pending}, {@code
     *     facility-never-decides}, {@code approval-day} when it bears a day to come
     *     or one before the dossier was opened, {@code answer-already-proposed} by somebody else,
     *     {@code dossier-ended}, or a right that is missing
     */
    public static Dossier answer(
            Handling handling,
            String type,
            boolean given,
            LocalDate day,
            String text,
            Person person,
            Function<Approval.Matter, String> digest) {
        ApprovalType known = type(handling, type);
        requireAnswering(handling, person, known);
        Dossier dossier = handling.dossier();
        Approval pending = pending(dossier, type);
        if (day.isAfter(handling.day()) || day.isBefore(dossier.opening().day())) {
            throw Refusal.of("approval-day", Refusal.Kind.INVALID)
                    .with("day", day.toString())
                    .with("today", handling.day().toString())
                    .asException();
        }
        if (known.onePerson()) {
            Approval.Answer answer = new Approval.Answer(given, day, text, person, handling.at(), Optional.empty());
            return dossier.after(person, handling.at(), dossier.history().answering(pending, answer));
        }
        if (pending.openOn(handling.day())
                .filter(other -> !other.by().name().equals(person.name()))
                .isPresent()) {
            throw conflict("answer-already-proposed", type).asException();
        }
        Approval.Proposed proposed = new Approval.Proposed(
                given,
                day,
                text,
                person,
                handling.at(),
                digest.apply(new Approval.Matter(
                        dossier.id(),
                        type,
                        pending.justification(),
                        pending.askedAt(),
                        pending.until(),
                        given,
                        day,
                        text)),
                handling.day().plusDays(Approval.DAYS_OPEN),
                Optional.empty());
        return dossier.after(person, handling.at(), dossier.history().proposing(pending, proposed));
    }

    /**
     * Approves the answer that somebody else proposed: it is given, or denied, and bears the day of this second word, before which nobody
     * could rely on it.
     *
     * @param seen digest of what that person saw
     * @throws org.sceau.registry.domain.refusal.Refused {@code approval-not-in-version}, {@code approval-not-pending}, {@code answer-not-proposed}, {@code
     *     proposal-expired}, {@code approval-own-proposal}, {@code approver-involved} for who acted in the dossier in a role that answers none,
     *     {@code proposal-changed}, {@code dossier-ended}, or a right that is missing
     */
    public static Dossier approve(Handling handling, String type, String seen, Person person) {
        Approval.Proposed proposed = forSecondPerson(handling, type, seen, person);
        Approval pending = pending(handling.dossier(), type);
        Approval.Answer answer = new Approval.Answer(
                proposed.given(), handling.day(), proposed.text(), proposed.by(), handling.at(), Optional.of(person));
        Dossier dossier = handling.dossier();
        return dossier.after(person, handling.at(), dossier.history().answering(pending, answer));
    }

    /** Rejects it: the request waits for another proposal. Refused as {@link #approve}. */
    public static Dossier reject(Handling handling, String type, String seen, String text, Person person) {
        Approval.Proposed proposed = forSecondPerson(handling, type, seen, person);
        Approval pending = pending(handling.dossier(), type);
        Approval.Rejection rejection = new Approval.Rejection(text, person, handling.at());
        Dossier dossier = handling.dossier();
        return dossier.after(person, handling.at(), dossier.history().proposing(pending, proposed.rejected(rejection)));
    }

    private static Approval.Proposed forSecondPerson(Handling handling, String type, String seen, Person person) {
        ApprovalType known = type(handling, type);
        requireAnswering(handling, person, known);
        Approval.Proposed proposed = pending(handling.dossier(), type)
                .proposed()
                .filter(answer -> answer.rejected().isEmpty())
                .orElseThrow(() -> conflict("answer-not-proposed", type).asException());
        if (!proposed.isOpenOn(handling.day())) {
            throw conflict("proposal-expired", type)
                    .with("expired", proposed.expires().toString())
                    .asException();
        }
        if (proposed.by().name().equals(person.name())) {
            throw Refusal.of("approval-own-proposal", Refusal.Kind.FORBIDDEN).asException();
        }
        if (isInvolved(handling, known, person)) {
            throw Refusal.of("approver-involved", Refusal.Kind.FORBIDDEN).asException();
        }
        if (!proposed.digest().equals(seen)) {
            throw conflict("proposal-changed", type)
                    .with("current", proposed.digest())
                    .asException();
        }
        return proposed;
    }

    /** The first of the documents that an approval is asked for with which is not in the dossier. */
    static Optional<String> missing(Handling handling, ApprovalType type) {
        return type.documents().stream()
                .filter(document -> !handling.situation().hasDocument(document, Optional.empty()))
                .findFirst();
    }

    /** Whether somebody acted in the dossier in a role that does not answer: such a person gives no second word. */
    static boolean isInvolved(Handling handling, ApprovalType type, Person person) {
        return handling.dossier().history().rolesOf(person.name()).stream()
                .anyMatch(role -> !type.by().contains(role));
    }

    /** An answer is a decision: a facility gives none (invariant 69). */
    private static void requireAnswering(Handling handling, Person person, ApprovalType type) {
        Filing.require(Rights.refusal(handling, person, type.by()));
        Filing.require(Rights.facility(handling.surroundings().isFacility(person.organisation()), person));
        Filing.requireNotEnded(handling);
    }

    private static Approval pending(Dossier dossier, String type) {
        return dossier.history()
                .approval(type)
                .filter(Approval::isPending)
                .orElseThrow(() -> conflict("approval-not-pending", type).asException());
    }

    private static Refusal conflict(String code, String type) {
        return Refusal.of(code, Refusal.Kind.CONFLICT).with("approval", type);
    }

    private static ApprovalType type(Handling handling, String type) {
        return handling.conduct()
                .procedure()
                .approval(type)
                .orElseThrow(() -> Refusal.of("approval-not-in-version", Refusal.Kind.INVALID)
                        .with("approval", type)
                        .asException());
    }
}
