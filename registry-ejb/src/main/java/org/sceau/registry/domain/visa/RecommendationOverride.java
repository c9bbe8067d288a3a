package org.sceau.registry.domain.visa;

import java.time.LocalDate;

/**
 * A recommendation level set by hand. The public sees the level, never its origin or reason (invariant 61).
 *
 * @param setBy  who set it: an account name, or the source of an import
 * @param setOn  legal day
 * @param reason 1 to 500 characters
 */
public record RecommendationOverride(Recommendation level, String setBy, LocalDate setOn, String reason) {

    public RecommendationOverride {
        if (setBy.isBlank() || reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("an override names who set it and why");
        }
    }
}
