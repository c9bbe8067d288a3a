package org.sceau.registry.application.scheduling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One kind of scheduled work. It reads the record as it stands, and says what is missing on it; the engine writes. */
public interface Duty {

    /** Stable, kebab-case. */
    String name();

    /**
     * Subjects that may need something, by id.
     *
     * @param after go on behind this one
     * @param most  at most so many
     */
    List<UUID> subjects(Span span, Optional<UUID> after, int most);

    /** What belongs on record about a subject because of the days of a span, in order; much of it may be there already. */
    List<Deed> deeds(UUID subject, Span span);
}
