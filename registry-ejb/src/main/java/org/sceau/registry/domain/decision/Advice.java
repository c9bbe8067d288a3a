package org.sceau.registry.domain.decision;

import java.util.Optional;
import org.sceau.registry.domain.visa.Recommendation;

/**
 * What becomes of a recommendation level (invariant 61).
 *
 * @param level set by hand; absent to leave it to the rule again
 */
public record Advice(Optional<Recommendation> level) {
    /** The rule sets it again. */
    public static final Advice BY_RULE = new Advice(Optional.empty());

    private static final String RULE_CODE = "by-rule";

    public static Advice of(Recommendation level) {
        return new Advice(Optional.of(level));
    }

    /** Stable public code: that of the level, or {@code by-rule}. */
    public String code() {
        return level.map(Recommendation::code).orElse(RULE_CODE);
    }
}
