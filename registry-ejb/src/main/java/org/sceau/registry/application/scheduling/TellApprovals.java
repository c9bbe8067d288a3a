package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;

/** Tells the European certification group of each exception and each longer validity that was approved (EUCC Art. 7(2), 7(4), 12(3)). */
@ApplicationScoped
public class TellApprovals implements Duty {
    private final Agenda agenda;
    private final Dossiers dossiers;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TellApprovals() {
        this(null, null, null, null);
    }

    @Inject
    public TellApprovals(Agenda agenda, Dossiers dossiers, RevisionsInUse editions, LegalCalendar calendar) {
        this.agenda = agenda;
        this.dossiers = dossiers;
        this.editions = editions;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.actedOn(calendar.startOf(span.from()), new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Dossier dossier = dossiers.find(new DossierId(subject)).orElseThrow().dossier();
        return dossier.history().approvals().stream()
                .flatMap(approval -> type(dossier, approval)
                        .filter(ApprovalType::notifies)
                        .flatMap(type -> approval.answer()
                                .filter(Approval.Answer::given)
                                .flatMap(given -> deed(dossier, type, given, span)))
                        .stream())
                .toList();
    }

    private Optional<ApprovalType> type(Dossier dossier, Approval approval) {
        return editions.of(dossier.opening())
                .conduct()
                .flatMap(conduct -> conduct.procedure().approval(approval.type()));
    }

    /** Once for each answer: an approval may be asked for again and given anew. */
    private Optional<Deed> deed(Dossier dossier, ApprovalType type, Approval.Answer given, Span span) {
        LocalDate day = calendar.dayOf(given.at());
        return Stream.of(day)
                .filter(span::holds)
                .<Deed>map(told -> new Deed.Give(new Notice(
                        NoticeKind.APPROVAL_GIVEN,
                        Optional.of(Addressee.ECCG.name()),
                        Concern.of(dossier.id()),
                        type.id() + "/" + given.at(),
                        told,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(type.source()))))
                .findFirst();
    }
}
