package org.sceau.registry.api.scheduling;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.scheduling.Progress;

/** How far scheduled work has come. */
@Schema(name = "Duties")
public record DutiesView(List<DutyView> duties) {

    /**
     * @param doneThrough last legal day of which everything is on record
     * @param written     entries it has left in all
     * @param failures    subjects of the last pass that could not be done
     * @param failed      id of the first of them
     */
    @Schema(name = "Duty")
    public record DutyView(
            String duty,
            String doneThrough,
            String ranAt,
            long written,
            int failures,
            @Nullable String failed,
            @Nullable String retryAt) {}

    static DutiesView of(List<Progress.State> states) {
        return new DutiesView(states.stream()
                .map(state -> new DutyView(
                        state.duty(),
                        state.doneThrough().toString(),
                        state.ranAt().toString(),
                        state.written(),
                        state.failures(),
                        state.failed().orElse(null),
                        state.retryAt().map(Instant::toString).orElse(null)))
                .toList());
    }
}
