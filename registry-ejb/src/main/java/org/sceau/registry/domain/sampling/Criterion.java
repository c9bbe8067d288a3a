package org.sceau.registry.domain.sampling;

import java.util.Optional;

/**
 * An objective criterion of a selection, as holders are told it.
 *
 * @param fr 1 to 500 characters
 * @param en the same in English, 1 to 500 characters; absent where nobody wrote it
 */
public record Criterion(String fr, Optional<String> en) {
    private static final int LONGEST = 500;

    /** Refuses blank and too long texts with {@link IllegalArgumentException}. */
    public Criterion {
        if (isUnfit(fr) || en.filter(Criterion::isUnfit).isPresent()) {
            throw new IllegalArgumentException("a criterion has 1 to " + LONGEST + " characters");
        }
    }

    /** Both languages, French first. */
    String told() {
        return fr + en.map(english -> " / " + english).orElse("");
    }

    private static boolean isUnfit(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }
}
