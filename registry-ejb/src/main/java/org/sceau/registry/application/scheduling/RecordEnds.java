package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Puts on record that the validity of a visa is over, on the day after its last one (invariant 37). The status was right without it. A visa
 * that had ended before it came on record has no such entry.
 */
@ApplicationScoped
public class RecordEnds implements Duty {
    private final Agenda agenda;
    private final Visas visas;
    private final Schemes schemes;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RecordEnds() {
        this(null, null, null, null);
    }

    @Inject
    public RecordEnds(Agenda agenda, Visas visas, Schemes schemes, LegalCalendar calendar) {
        this.agenda = agenda;
        this.visas = visas;
        this.schemes = schemes;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "ends";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.ending(
                span.from().minusDays(1), span.to().minusDays(1), new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Visa visa = visas.find(new VisaId(subject)).orElseThrow();
        VisaStatus atEnd = schemes.statusAtEnd(visa.facts().scheme());
        return visa.facts()
                .validity()
                .lastDay()
                .map(last -> last.plusDays(1))
                .filter(span::holds)
                .filter(day -> visa.facts().statusOn(day, atEnd).status() == atEnd)
                .filter(day -> wasKnownBefore(visa, day))
                .<List<Deed>>map(day -> List.of(new Deed.End(visa, day)))
                .orElse(List.of());
    }

    private boolean wasKnownBefore(Visa visa, LocalDate day) {
        return visas.version(visa.id(), 1)
                .filter(first -> calendar.dayOf(first.recordedAt()).isBefore(day))
                .isPresent();
    }
}
