package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.domain.laboratory.LaboratoryId;

/**
 * What a laboratory said to its assignment.
 *
 * @param reason why it declines, 1 to {@value #MAX_REASON} characters; absent where it accepts
 * @param by     who said it for the laboratory
 */
public record Engagement(LaboratoryId laboratory, boolean accepted, Optional<String> reason, Person by, Instant at) {
    /** Characters of a reason. */
    public static final int MAX_REASON = 2_000;

    /** Refuses a refusal without reason, a reason that is blank or too long, and one for accepting, with {@link IllegalArgumentException}. */
    public Engagement {
        if (accepted == reason.isPresent()
                || reason.filter(text -> text.isBlank() || text.length() > MAX_REASON)
                        .isPresent()) {
            throw new IllegalArgumentException("a laboratory that declines says why, in at most " + MAX_REASON
                    + " characters, and one that accepts does not");
        }
    }
}
