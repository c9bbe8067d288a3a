package org.sceau.registry.domain.visa;

import java.time.LocalDate;
import org.sceau.registry.domain.scheme.decision.DecisionKind;

/**
 * An act on a visa whose report has a number of its own: a maintenance, a surveillance (ANSSI: {@code -M01}, {@code -S01}). The visa keeps its
 * reference.
 *
 * @param reference of the report, 1 to 80 characters
 * @param kind      the decision that issued it
 * @param day       legal day from which it holds
 */
public record NumberedAct(String reference, DecisionKind kind, LocalDate day) {
    /** Refuses a blank or longer reference with {@link IllegalArgumentException}. */
    public NumberedAct {
        if (reference.isBlank() || reference.length() > 80) {
            throw new IllegalArgumentException("the report of an act has a reference of 1 to 80 characters");
        }
    }
}
