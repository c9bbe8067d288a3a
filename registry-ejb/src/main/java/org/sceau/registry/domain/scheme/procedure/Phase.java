package org.sceau.registry.domain.scheme.procedure;

import org.sceau.registry.domain.scheme.vocabulary.Label;

/** What a stage is for, across all schemes; schemes name and order their own stages. */
public enum Phase {
    /** With the applicant, before anything was submitted. */
    PREPARATION("Préparation", "Preparation"),
    /** Completeness and admissibility. */
    EXAMINATION("Recevabilité", "Examination"),
    EVALUATION("Évaluation", "Evaluation"),
    /** Technical review of the evaluation's result. */
    REVIEW("Revue", "Review"),
    DECISION("Décision", "Decision"),
    /** Ended by a grant. */
    GRANTED("Accordé", "Granted"),
    /** Ended by a refusal. */
    REFUSED("Refusé", "Refused"),
    /** Ended without a decision. */
    CLOSED("Clos sans décision", "Closed without decision");

    private final Label label;

    Phase(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }

    /** Whether a dossier stays there for ever. */
    public boolean isEnd() {
        return compareTo(GRANTED) >= 0;
    }

    /** Whether the application was accepted, so that its scheme version is fixed for ever (invariant 25). */
    public boolean isAccepted() {
        return compareTo(EVALUATION) >= 0;
    }
}
