package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Warnings;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Warns the holder and the authority some months before the validity of a visa in force ends. Of several warnings that were missed the
 * nearest is given and stands for all; none is given of a visa that has ended meanwhile.
 */
@ApplicationScoped
public class WarnOfEnds implements Duty {
    private final Agenda agenda;
    private final Visas visas;
    private final Schemes schemes;
    private final RevisionsInUse editions;
    private final Operator operator;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WarnOfEnds() {
        this(null, null, null, null, null);
    }

    @Inject
    public WarnOfEnds(Agenda agenda, Visas visas, Schemes schemes, RevisionsInUse editions, Operator operator) {
        this.agenda = agenda;
        this.visas = visas;
        this.schemes = schemes;
        this.editions = editions;
        this.operator = operator;
    }

    @Override
    public String name() {
        return "warnings";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.ending(
                span.to(), operator.warnings().furthest(span.to()), new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Visa visa = visas.find(new VisaId(subject)).orElseThrow();
        boolean inForce = visa.facts()
                        .statusOn(span.to(), schemes.statusAtEnd(visa.facts().scheme()))
                        .status()
                == VisaStatus.IN_FORCE;
        Optional<LocalDate> last = visa.facts().validity().lastDay().filter(day -> inForce);
        return last.flatMap(day -> operator.warnings().nearest(day, span.to())).stream()
                .flatMap(mark -> warnings(visa, last.orElseThrow(), mark))
                .toList();
    }

    private Stream<Deed> warnings(Visa visa, LocalDate last, Warnings.Mark mark) {
        return Stream.of(Optional.of(visa.facts().holder().name()), Optional.<String>empty())
                .map(addressee -> new Deed.Give(new Notice(
                        NoticeKind.VALIDITY_ENDS,
                        addressee,
                        Concern.of(visa.id()),
                        last + "/" + mark.months(),
                        mark.day(),
                        Optional.of(last),
                        Optional.empty(),
                        Ground.in(editions.current(visa.facts().scheme())).ofValidity())));
    }
}
