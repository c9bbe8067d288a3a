package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A stage was entered.
 *
 * @param stage  id of the stage
 * @param step   the step that led there; {@code open} for the first
 * @param by     who took it; absent when the house did, by date
 * @param at     when
 * @param day    its legal day
 * @param reason why, where one was asked; kept for ever, at most 4000 characters
 */
public record StageEntry(
        String stage, String step, Optional<Person> by, Instant at, LocalDate day, Optional<String> reason) {
    /** Characters a reason may have. */
    public static final int MAX_REASON = 4_000;

    public StageEntry {
        if (reason.filter(text -> text.isBlank() || text.length() > MAX_REASON).isPresent()) {
            throw new IllegalArgumentException("a reason has 1 to " + MAX_REASON + " characters");
        }
    }
}
