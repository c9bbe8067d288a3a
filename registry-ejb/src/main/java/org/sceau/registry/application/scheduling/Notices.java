package org.sceau.registry.application.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.task.Notice;

/** All that people were told. Nothing of it changes. */
public interface Notices {

    /** A notice as it was recorded; its position names it. */
    record Recorded(Notice notice, Instant recordedAt, long position) {}

    /** Whether this was told this addressee of this subject before. */
    boolean isGiven(Notice notice);

    void add(Recorded recorded);

    /** The one at a position; empty when there is none, or none any more. */
    Optional<Recorded> find(long position);

    /**
     * Notices, newest first.
     *
     * @param addressee the organisation; absent for the authority, who reads what it told bodies outside the
     *                  registry besides, such as the European agency. Of dossiers an organisation hears only while it is a party
     * @param before    position to go on behind
     * @param most      1 to 200
     */
    List<Recorded> page(Optional<String> addressee, Optional<Long> before, int most);
}
