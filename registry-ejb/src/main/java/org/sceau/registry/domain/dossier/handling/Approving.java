package org.sceau.registry.domain.dossier.handling;

import java.time.LocalDate;
import java.util.Optional;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;

/** Approvals that one side asks for and another gives. */
public final class Approving {
    private Approving() {}

    /**
     * Asks for an approval.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code approval-not-in-version}, {@code approval-already-pending}, {@code
     *     dossier-ended}, or a right that is missing
     */
    public static Dossier ask(Handling handling, String type, String justification, Person person) {
        ApprovalType known = type(handling, type);
        Filing.require(Rights.refusal(handling, person, known.askedBy()));
        Filing.requireNotEnded(handling);
        Dossier dossier = handling.dossier();
        if (dossier.history().approval(type).filter(Approval::isPending).isPresent()) {
            throw Refusal.of("approval-already-pending", Refusal.Kind.CONFLICT)
                    .with("approval", type)
                    .asException();
        }
        Approval asked = new Approval(type, justification, person, handling.at(), Optional.empty());
        return dossier.after(person, handling.at(), dossier.history().asking(asked));
    }

    /**
     * Gives or denies an approval.
     *
     * @param day the legal day the answer bears: today, or an earlier one of a letter that was received later
     * @throws org.sceau.registry.domain.refusal.Refused {@code approval-not-pending}, {@code approval-day} when it bears a day to come
     *     or one before the dossier was opened, or a right that is missing
     */
    public static Dossier answer(
            Handling handling, String type, boolean given, LocalDate day, String text, Person person) {
        ApprovalType known = type(handling, type);
        Filing.require(Rights.refusal(handling, person, known.by()));
        Dossier dossier = handling.dossier();
        Approval pending = dossier.history()
                .approval(type)
                .filter(Approval::isPending)
                .orElseThrow(() -> Refusal.of("approval-not-pending", Refusal.Kind.CONFLICT)
                        .with("approval", type)
                        .asException());
        if (day.isAfter(handling.day()) || day.isBefore(dossier.opening().day())) {
            throw Refusal.of("approval-day", Refusal.Kind.INVALID)
                    .with("day", day.toString())
                    .with("today", handling.day().toString())
                    .asException();
        }
        Approval.Answer answer = new Approval.Answer(given, day, text, person, handling.at());
        return dossier.after(person, handling.at(), dossier.history().answering(pending, answer));
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
