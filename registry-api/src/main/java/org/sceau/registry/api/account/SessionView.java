package org.sceau.registry.api.account;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.proving.KeepSessions;

/**
 * A session at the desks.
 *
 * @param lastSeen     to two minutes
 * @param factorShown  when a second factor was shown in it last
 * @param browser      browser and system, as it said of itself
 */
@Schema(name = "Session")
public record SessionView(
        String id,
        Instant began,
        Instant lastSeen,
        @Nullable Instant factorShown,
        String browser) {
    static SessionView of(KeepSessions.Mine mine) {
        return new SessionView(
                mine.session().id(),
                mine.session().began(),
                mine.session().lastSeen(),
                mine.session().factorAt().orElse(null),
                mine.session().browser());
    }

    /** Several of them. */
    @Schema(name = "Sessions")
    public record All(List<SessionView> sessions) {
        static All of(List<KeepSessions.Mine> sessions) {
            return new All(sessions.stream().map(SessionView::of).toList());
        }
    }
}
