package org.sceau.registry.api.surveilling;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.application.surveilling.DrawSample;
import org.sceau.registry.domain.sampling.Drawing;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * The sample of a scheme for a year.
 *
 * @param version    0 before the first drawing
 * @param population how many visas there are to select from today
 * @param needed     the smallest sample of so many
 * @param suffices   whether the sample is large enough today
 */
@Schema(name = "Sample")
public record SampleView(
        String scheme,
        long year,
        long version,
        long population,
        long needed,
        boolean suffices,
        List<SelectedView> selected,
        List<DrawingView> drawings) {

    /** A visa of the sample. */
    @Schema(name = "SampledVisa")
    public record SelectedView(String id, String slug, String holder) {
        static SelectedView of(Visa visa) {
            return new SelectedView(
                    visa.id().toString(),
                    visa.slug().value(),
                    visa.facts().holder().name());
        }
    }

    /** @param by account of the supervisor */
    @Schema(name = "SampleDrawing")
    public record DrawingView(
            Instant at,
            String by,
            long population,
            long needed,
            List<String> visas,
            String basis,
            List<SampleRequest.CriterionBody> criteria) {
        static DrawingView of(Drawing drawing) {
            return new DrawingView(
                    drawing.at(),
                    drawing.by().name(),
                    drawing.population(),
                    drawing.needed(),
                    drawing.visas().stream().map(VisaId::toString).toList(),
                    drawing.basis(),
                    drawing.criteria().stream()
                            .map(SampleRequest.CriterionBody::of)
                            .toList());
        }
    }

    static SampleView of(DrawSample.Sight sight) {
        return new SampleView(
                sight.sample().scheme().value(),
                sight.sample().year(),
                sight.sample().version(),
                sight.population(),
                sight.needed(),
                sight.suffices(),
                sight.selected().stream().map(SelectedView::of).toList(),
                sight.sample().drawings().stream().map(DrawingView::of).toList());
    }
}
