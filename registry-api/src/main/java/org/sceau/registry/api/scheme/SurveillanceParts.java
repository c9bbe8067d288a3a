package org.sceau.registry.api.scheme;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;
import org.sceau.registry.domain.scheme.surveillance.Duty;
import org.sceau.registry.domain.scheme.surveillance.RemedyRule;
import org.sceau.registry.domain.scheme.surveillance.SamplingRule;

/** What a scheme says of the time after the decision, as it is shown. */
public final class SurveillanceParts {
    private SurveillanceParts() {}

    /** @param levels of the visas it is for; empty for all others */
    @Schema(name = "ComplaintRoute")
    public record RouteView(
            String to, List<String> levels, @Nullable BothLanguages remedy, String source, boolean verified) {
        static RouteView of(ComplaintRoute route) {
            return new RouteView(
                    Coded.of(route.to()),
                    List.copyOf(route.levels()),
                    route.remedy().map(BothLanguages::of).orElse(null),
                    route.source(),
                    route.verified());
        }
    }

    /** @param most ISO 8601 period; {@code beyond} is the refusal of a longer one */
    @Schema(name = "RemedyLimits")
    public record RemedyLimits(String most, String counting, String beyond, String source, boolean verified) {
        static RemedyLimits of(RemedyRule rule) {
            return new RemedyLimits(
                    rule.most().length().toString(),
                    Coded.of(rule.most().counting()),
                    rule.beyond(),
                    rule.source(),
                    rule.verified());
        }
    }

    /** @param by holder or authority */
    @Schema(name = "Duty")
    public record DutyView(String id, String by, BothLanguages text, String source, boolean verified) {
        static DutyView of(Duty duty) {
            return new DutyView(
                    duty.id(), Coded.of(duty.by()), BothLanguages.of(duty.text()), duty.source(), duty.verified());
        }
    }

    /** @param below the refusal of a smaller sample */
    @Schema(name = "SamplingRule")
    public record SamplingView(long percent, String by, String below, String source, boolean verified) {
        static SamplingView of(SamplingRule rule) {
            return new SamplingView(rule.percent(), rule.by().code(), rule.below(), rule.source(), rule.verified());
        }
    }
}
