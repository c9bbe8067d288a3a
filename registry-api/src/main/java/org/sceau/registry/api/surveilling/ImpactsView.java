package org.sceau.registry.api.surveilling;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.surveilling.ReviewImpact;
import org.sceau.registry.domain.visa.Visa;

/** Visas in force or suspended that something puts in question today. */
@Schema(name = "Impacts")
public record ImpactsView(List<ImpactView> impacts) {

    /**
     * @param reason base-suspended, base-withdrawn, base-expired …, or the code of what the laboratory or the certification body lacks
     * @param base   the visa it rests on; absent when laboratory or body is the reason
     */
    @Schema(name = "Impact")
    public record ImpactView(
            ReviewedVisa visa, String reason, @Nullable ReviewedVisa base) {}

    @Schema(name = "ReviewedVisa")
    public record ReviewedVisa(String slug, String reference, String name) {
        static ReviewedVisa of(Visa visa) {
            return new ReviewedVisa(
                    visa.slug().value(),
                    visa.facts().reference().text(),
                    visa.facts().subject().name());
        }
    }

    static ImpactsView of(List<ReviewImpact.Impact> impacts) {
        return new ImpactsView(impacts.stream()
                .map(impact -> new ImpactView(
                        ReviewedVisa.of(impact.visa()),
                        impact.reason(),
                        impact.other().map(ReviewedVisa::of).orElse(null)))
                .toList());
    }
}
