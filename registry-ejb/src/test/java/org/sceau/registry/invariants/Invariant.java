package org.sceau.registry.invariants;

import java.util.stream.Stream;

/**
 * A rule that the registry never breaks.
 *
 * @param number the number that its tests bear: {@code invariant_14_…}
 * @param rule   the rule in short
 * @param source where it comes from, with its article or page
 */
record Invariant(int number, String rule, String source) {

    /** Refuses what is no row of a table with {@link IllegalArgumentException}. */
    Invariant {
        if (number < 1) {
            throw new IllegalArgumentException("invariants are counted from 1");
        }
        if (Stream.of(rule, source)
                .anyMatch(text -> text.isBlank() || text.contains("|") || !text.equals(text.strip()))) {
            throw new IllegalArgumentException("a cell of invariant " + number + " is empty or breaks its row");
        }
    }
}
