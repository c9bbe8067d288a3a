package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.application.surveilling.Samples;
import org.sceau.registry.domain.sampling.Drawing;
import org.sceau.registry.domain.sampling.Sample;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Tells holders that their visa was selected for the yearly sample, and by which criteria (EUCC Art. 25(5), invariant 57). */
@ApplicationScoped
public class TellSamples implements Duty {
    private final Samples samples;
    private final Visas visas;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TellSamples() {
        this(null, null, null, null);
    }

    @Inject
    public TellSamples(Samples samples, Visas visas, RevisionsInUse editions, LegalCalendar calendar) {
        this.samples = samples;
        this.visas = visas;
        this.editions = editions;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "samples";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        // The order of their texts, in which other duties are asked by the database.
        String behind = after.map(UUID::toString).orElse("");
        return drawn(span)
                .flatMap(sample -> sample.visas().stream())
                .map(VisaId::toString)
                .filter(id -> id.compareTo(behind) > 0)
                .sorted()
                .distinct()
                .limit(most)
                .map(UUID::fromString)
                .toList();
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Visa visa = visas.find(new VisaId(subject)).orElseThrow();
        return drawn(span)
                .flatMap(sample -> sample.drawings().stream()
                        .filter(drawing -> drawing.visas().contains(visa.id()))
                        .filter(drawing -> span.holds(drawing.day()))
                        .map(drawing -> (Deed) new Deed.Give(notice(sample, drawing, visa))))
                .toList();
    }

    private Stream<Sample> drawn(Span span) {
        return samples.drawnSince(calendar.startOf(span.from())).stream()
                .filter(recorded -> span.since().isEmpty()
                        || recorded.position() > span.since().getAsLong())
                .map(Samples.Recorded::sample);
    }

    private Notice notice(Sample sample, Drawing drawing, Visa visa) {
        return new Notice(
                NoticeKind.SAMPLED,
                Optional.of(visa.facts().holder().name()),
                Concern.of(visa.id()),
                sample.scheme() + "/" + sample.year(),
                drawing.day(),
                Optional.empty(),
                Optional.of(drawing.told()),
                Ground.in(editions.current(visa.facts().scheme())).ofSample());
    }
}
