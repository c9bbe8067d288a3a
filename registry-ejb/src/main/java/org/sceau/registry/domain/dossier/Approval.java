package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An approval that was asked for, and the answer when there is one.
 *
 * @param type          id of its type in the scheme
 * @param justification why it is asked for, 1 to 4000 characters
 */
public record Approval(String type, String justification, Person askedBy, Instant askedAt, Optional<Answer> answer) {

    /**
     * @param given whether it is given
     * @param day   the legal day it bears; never after the day it was recorded
     * @param text  grounds, and amendments of what was asked, 1 to 4000 characters
     */
    public record Answer(boolean given, LocalDate day, String text, Person by, Instant at) {
        public Answer {
            if (text.isBlank() || text.length() > StageEntry.MAX_REASON) {
                throw new IllegalArgumentException("an answer gives its grounds");
            }
        }
    }

    public Approval {
        if (justification.isBlank() || justification.length() > StageEntry.MAX_REASON) {
            throw new IllegalArgumentException("whoever asks for an approval says why");
        }
    }

    /** The request with its answer, if that bears this day or an earlier one. */
    Approval until(LocalDate day) {
        return new Approval(
                type,
                justification,
                askedBy,
                askedAt,
                answer.filter(given -> !given.day().isAfter(day)));
    }

    public boolean isPending() {
        return answer.isEmpty();
    }
}
