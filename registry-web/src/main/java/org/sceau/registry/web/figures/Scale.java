package org.sceau.registry.web.figures;

import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis from zero.
 *
 * @param step between two marks: one, two or five with zeros behind it
 * @param top  the highest mark, no less than the highest value
 */
record Scale(long step, long top) {
    private static final int MOST_MARKS = 5;

    /** The narrowest of at most five marks. @param highest 0 or more */
    static Scale upTo(long highest) {
        long unit = 1;
        while (true) {
            for (long step : new long[] {unit, 2 * unit, 5 * unit}) {
                if (step * MOST_MARKS >= highest) {
                    return new Scale(step, Math.max(1, (highest + step - 1) / step) * step);
                }
            }
            unit *= 10;
        }
    }

    /** The marks above zero. */
    List<Long> marks() {
        return LongStream.rangeClosed(1, top / step)
                .map(mark -> mark * step)
                .boxed()
                .toList();
    }

    /** How far a value reaches of a length. */
    double of(long value, double length) {
        return length * value / top;
    }
}
