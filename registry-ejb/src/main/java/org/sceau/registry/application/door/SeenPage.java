package org.sceau.registry.application.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** A page of what somebody may see, made from pages of what there is: reads on until it is full or there is no more. */
public final class SeenPage {
    private static final int PART = 200;

    private SeenPage() {}

    /**
     * Reads on.
     *
     * @param after where to begin; absent for the beginning
     * @param most  1 to 200
     * @param read  so many of what there is behind a place
     * @param place where one of them stands
     * @param sees  whether the reader may know of it
     */
    public static <T, C> List<T> of(
            Optional<C> after,
            int most,
            BiFunction<Optional<C>, Integer, List<T>> read,
            Function<T, C> place,
            Predicate<T> sees) {
        List<T> found = new ArrayList<>();
        Optional<C> behind = after;
        List<T> part;
        do {
            part = read.apply(behind, PART);
            part.stream().filter(sees).limit(most - found.size()).forEach(found::add);
            behind = part.isEmpty() ? behind : Optional.of(place.apply(part.get(part.size() - 1)));
        } while (part.size() == PART && found.size() < most);
        return found;
    }
}
