package org.sceau.registry.domain.task;

import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** What people are asked to do because a day has come. */
public enum TaskKind {
    /** A suspension ran out and nobody decided (invariant 30). Only a decision settles it, and no other decision is taken meanwhile. */
    SUSPENSION_ELAPSED(
            true, false, "Suspension échue, décision attendue", "Suspension period elapsed, decision pending"),
    /** A visa it rests on is no longer in force (EUCC Art. 33(4), invariant 47). Somebody looks; the visa stays as it is. */
    REVIEW_IMPACT(false, true, "Visa à revoir : sa base n’est plus en vigueur", "Visa to review: its base fell"),
    DEADLINE_MISSED(false, false, "Délai dépassé", "Deadline missed"),
    /** Silence became a rejection (CPCE Art. 54-12): a decision may still come. */
    SILENCE_REJECTED(false, false, "Le silence a valu rejet", "Silence became a rejection"),
    /** A reasoned notice of delay is owed (eIDAS Art. 21(2)): giving it settles the task. */
    REASONS_OWED(false, true, "Avis de retard motivé à donner", "Reasoned notice of delay owed"),
    /** A request for an approval that nobody answered yet. */
    APPROVAL_ASKED(false, false, "Approbation demandée, réponse attendue", "Approval asked for, answer awaited"),
    /** An answer that one person proposed waits for a second one, until it expires. */
    ANSWER_PROPOSED(
            false,
            false,
            "Réponse proposée à une demande d’approbation, seconde décision attendue",
            "Answer to a request for approval proposed, second word awaited"),
    /** A question was not answered by its last day. Only the answer settles it, or the end of the dossier. */
    ANSWER_OVERDUE(false, false, "Réponse à une question en retard", "Answer to a question overdue"),
    /** What the scheme demands again and again was not done in time (eIDAS Art. 20(1)). Only a dossier of that kind settles it, or the end. */
    REVIEW_OVERDUE(false, false, "Contrôle périodique en retard", "Periodic review overdue"),
    /** A holder proposed a remedy: answering it settles the task (EUCC Art. 28(4), 29(1)). */
    REMEDY_PROPOSED(false, false, "Remède proposé, réponse attendue", "Remedy proposed, answer awaited"),
    /** No adequate proposal came in time: only a decision that suspends or withdraws settles it (EUCC Art. 28(5)-(6), 29(2)). */
    REMEDY_LACKING(
            false, false, "Sans remède suffisant, décision attendue", "Without adequate remedy, decision awaited"),
    /** The application may be closed without decision (CPCE Art. 54-6): closing it settles the task, and so does keeping it open. */
    MAY_CLOSE(false, true, "La demande peut être close", "The application may be closed");

    private final boolean blocking;
    private final boolean byHand;
    private final Label label;

    TaskKind(boolean blocking, boolean byHand, String fr, String en) {
        this.blocking = blocking;
        this.byHand = byHand;
        label = new Label(fr, en);
    }

    /** Whether decisions that do not end what it asks for are refused meanwhile. */
    public boolean isBlocking() {
        return blocking;
    }

    /** Whether a person settles it by saying why; else only what it asks for does. */
    public boolean isSettledByHand() {
        return byHand;
    }

    public Label label() {
        return label;
    }

    /** Stable public code, kebab-case. */
    public String code() {
        return Coded.of(this);
    }

    /** What a missed deadline asks for, as its definition says. */
    public static TaskKind of(Deadline.Missed missed) {
        return switch (missed) {
            case WARNS -> DEADLINE_MISSED;
            case REJECTS -> SILENCE_REJECTED;
            case OWES_REASONS -> REASONS_OWED;
            case MAY_CLOSE -> MAY_CLOSE;
        };
    }
}
