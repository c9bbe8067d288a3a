package org.sceau.registry.api.surveilling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.surveilling.AskRemedy;
import org.sceau.registry.domain.remedy.Remedy;

/**
 * A remedy and where it stands today.
 *
 * @param state asked, proposed, accepted or decision-due
 */
@Schema(name = "Remedy")
public record RemedyView(
        String id,
        String visa,
        long version,
        String ground,
        String state,
        String asked,
        Instant at,
        LocalDate due,
        List<RoundView> proposals) {

    /** @param adequate absent while the answer is awaited */
    @Schema(name = "RemedyRound")
    public record RoundView(
            String proposal,
            Instant at,
            @Nullable Boolean adequate,
            @Nullable String grounds) {
        static RoundView of(Remedy.Round round) {
            return new RoundView(
                    round.proposal(),
                    round.at(),
                    round.answer().map(Remedy.Answer::adequate).orElse(null),
                    round.answer().map(Remedy.Answer::grounds).orElse(null));
        }
    }

    /** The remedies about a visa. */
    @Schema(name = "Remedies")
    public record All(List<RemedyView> remedies) {
        static All of(List<AskRemedy.Sight> sights) {
            return new All(sights.stream().map(RemedyView::of).toList());
        }
    }

    static RemedyView of(AskRemedy.Sight sight) {
        Remedy remedy = sight.remedy();
        return new RemedyView(
                remedy.id().toString(),
                remedy.visa().toString(),
                remedy.version(),
                remedy.ground().code(),
                sight.state().code(),
                remedy.asked(),
                remedy.at(),
                remedy.due(),
                remedy.rounds().stream().map(RoundView::of).toList());
    }
}
