package org.sceau.registry.web.schemes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines beside the column of stages, on one side of it. Each is in a lane; short ones lie inside, and two share a lane when one ends
 * where the other begins.
 */
final class Lanes {
    private final List<Lane> lanes = new ArrayList<>();

    /**
     * A line that leaves stages and joins one other.
     *
     * @param number row of the moves
     * @param from   places of stages it leaves, ascending
     * @param to     place of the stage it leads to
     * @param place  0 beside the column, rising outwards
     */
    record Lane(int number, List<Integer> from, int to, int place) {

        int top() {
            return Math.min(from.get(0), to);
        }

        int bottom() {
            return Math.max(from.get(from.size() - 1), to);
        }

        private boolean meets(Lane other) {
            return top() < other.bottom() && other.top() < bottom()
                    || top() == bottom() && other.top() <= top() && other.bottom() >= top();
        }
    }

    Lanes(List<Lane> wanted) {
        wanted.stream()
                .sorted(Comparator.comparingInt((Lane lane) -> lane.bottom() - lane.top())
                        .thenComparingInt(Lane::number))
                .forEach(this::put);
    }

    private void put(Lane lane) {
        int place = 0;
        while (isTaken(place, lane)) {
            place++;
        }
        lanes.add(new Lane(lane.number(), lane.from(), lane.to(), place));
    }

    private boolean isTaken(int place, Lane lane) {
        return lanes.stream().anyMatch(other -> other.place() == place && (other.meets(lane) || lane.meets(other)));
    }

    Stream<Lane> of(int number) {
        return lanes.stream().filter(lane -> lane.number() == number);
    }

    /** How many lanes lie side by side. */
    int width() {
        return lanes.stream().mapToInt(Lane::place).max().orElse(-1) + 1;
    }

    /** Lines that end at a stage, inner ones first. */
    List<Lane> into(int stage) {
        return sorted(lanes.stream().filter(lane -> lane.to() == stage));
    }

    /** Lines that leave a stage, inner ones first. */
    List<Lane> outOf(int stage) {
        return sorted(lanes.stream().filter(lane -> lane.from().contains(stage)));
    }

    private static List<Lane> sorted(Stream<Lane> lanes) {
        return lanes.sorted(Comparator.comparingInt(Lane::place)).toList();
    }
}
