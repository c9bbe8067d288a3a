package org.sceau.registry.application.counting;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Durations in whole days, kept as how often each occurred: memory grows with how different they are, not with how many.
 *
 * <p>A percentile is that of the nearest rank: of {@code n} durations in ascending order the one at place {@code ⌈n · p / 100⌉}, counted from 1.
 * It is always one that occurred, and never a mean of two. The median is the 50th: of an even number the lower of the two in the middle.
 */
final class Durations {
    private static final int MEDIAN = 50;
    private static final int HIGH = 90;

    private final TreeMap<Integer, Integer> times = new TreeMap<>();
    private long count;

    /** @param days 0 or more */
    void add(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a duration is no less than 0 days: " + days);
        }
        times.merge(days, 1, Integer::sum);
        count++;
    }

    long count() {
        return count;
    }

    /** Empty for none. */
    OptionalInt median() {
        return percentile(MEDIAN);
    }

    /** Empty where it would be the longest of all, which is one dossier's ({@link SmallCounts}): below ten. */
    OptionalInt ninetieth() {
        return rank(HIGH) < count ? percentile(HIGH) : OptionalInt.empty();
    }

    private OptionalInt percentile(int percent) {
        long left = rank(percent);
        for (Map.Entry<Integer, Integer> time : times.entrySet()) {
            left -= time.getValue();
            if (left <= 0) {
                return OptionalInt.of(time.getKey());
            }
        }
        return OptionalInt.empty();
    }

    private long rank(int percent) {
        return (count * percent + 99) / 100;
    }
}
