package org.sceau.registry.domain.dossier;

import java.time.Instant;

/**
 * A conclusion that was recorded.
 *
 * @param type       id of its type in the scheme
 * @param favourable whether it is without objection
 * @param text       grounds, 1 to 4000 characters
 */
public record Conclusion(String type, boolean favourable, String text, Person by, Instant at) {
    public Conclusion {
        if (text.isBlank() || text.length() > StageEntry.MAX_REASON) {
            throw new IllegalArgumentException(
                    "a conclusion gives its grounds in at most " + StageEntry.MAX_REASON + " characters");
        }
    }
}
