package org.sceau.registry.domain.task;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody is told, once.
 *
 * @param addressee  the organisation, as dossiers and visas name it; absent when the authority itself is told
 * @param occurrence which of its kind about this subject; with kind, addressee and subject it makes two notices the same
 * @param day        legal day on which it fell due, whenever it was given
 * @param until      the day it speaks of: an end of validity, a last day in time; absent where there is none
 * @param text       what a person said, and how it is contested, at most 6000 characters; absent where the kind says all
 * @param ground     source of the row of a scheme by which it is told; absent where none says so, and of notices of before it was kept
 */
public record Notice(
        NoticeKind kind,
        Optional<String> addressee,
        Concern concern,
        String occurrence,
        LocalDate day,
        Optional<LocalDate> until,
        Optional<String> text,
        Optional<String> ground) {

    /** Reasons, actions and legal remedies of a decision together. */
    public static final int MAX_TEXT = 6_000;

    public Notice {
        if (occurrence.isBlank() || occurrence.length() > 200) {
            throw new IllegalArgumentException("an occurrence has 1 to 200 characters");
        }
        if (text.filter(said -> said.isBlank() || said.length() > MAX_TEXT).isPresent()) {
            throw new IllegalArgumentException("a notice says 1 to " + MAX_TEXT + " characters");
        }
    }
}
