package org.sceau.registry.application.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How far each duty has come. */
public interface Progress {

    /**
     * One duty.
     *
     * @param doneThrough last legal day of which everything is on record
     * @param seen        journal position up to which changes were looked at
     * @param ranAt       end of its last pass
     * @param written     entries it has left in all
     * @param failures    subjects of the last pass that could not be done
     * @param failed      the first of them
     * @param retryAt     when they are tried again
     */
    record State(
            String duty,
            LocalDate doneThrough,
            long seen,
            Instant ranAt,
            long written,
            int failures,
            Optional<String> failed,
            Optional<Instant> retryAt) {}

    /** By name of the duty. */
    List<State> all();

    void put(State state);
}
