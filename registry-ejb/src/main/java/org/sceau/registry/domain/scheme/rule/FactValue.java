package org.sceau.registry.domain.scheme.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an application declares for one {@link FactType}. Immutable; two equal values declare the same. */
public sealed interface FactValue {

    /** A whole number: an AVA_VAN component, person-days. */
    record Whole(long value) implements FactValue {}

    /** Yes or no. */
    record Flag(boolean value) implements FactValue {}

    /** A legal day. */
    record Day(LocalDate value) implements FactValue {}

    /** The very instant of something. */
    record Moment(Instant value) implements FactValue {}

    /** Words: one line of text, options of a closed list, or identifiers such as those of protection profiles. */
    record Words(Set<String> values) implements FactValue {
        /** Words a fact may have. */
        public static final int MAX_VALUES = 50;

        /** Characters a word may have. */
        public static final int MAX_LENGTH = 500;

        /** Refuses no word, too many and blank or too long ones with {@link IllegalArgumentException}. */
        public Words {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
            if (values.isEmpty() || values.size() > MAX_VALUES) {
                throw new IllegalArgumentException("a fact has 1 to " + MAX_VALUES + " words");
            }
            if (values.stream().anyMatch(word -> word.isBlank() || word.length() > MAX_LENGTH)) {
                throw new IllegalArgumentException("a word has 1 to " + MAX_LENGTH + " characters");
            }
        }

        /** One word. */
        public static Words of(String word) {
            return new Words(Set.of(word));
        }
    }

    /**
     * Shares of a whole, such as the holdings of third parties.
     *
     * @param hundredths each in hundredths of a percent, 0 to 10000: 24.01 % is 2401
     */
    record Shares(List<Integer> hundredths) implements FactValue {
        private static final int WHOLE = 10_000;

        /** Refuses a share outside 0 to 100 % and more than a whole in all with {@link IllegalArgumentException}. */
        public Shares {
            hundredths = List.copyOf(hundredths);
            if (hundredths.stream().anyMatch(share -> share < 0 || share > WHOLE) || total(hundredths) > WHOLE) {
                throw new IllegalArgumentException("shares lie between 0 and 100 percent, in all at most 100");
            }
        }

        /** The largest one; 0 without any. */
        public int largest() {
            return hundredths.stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        public int total() {
            return total(hundredths);
        }

        private static int total(List<Integer> shares) {
            return shares.stream().mapToInt(Integer::intValue).sum();
        }
    }
}
