package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.publication.AgencyPackage;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;

/** Reminds the authority of what the package for the European agency lacks, on the day of the grant (EUCC Art. 42(2), invariant 58). */
@ApplicationScoped
public class TellPackages implements Duty {
    private final Agenda agenda;
    private final Dossiers dossiers;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TellPackages() {
        this(null, null, null, null);
    }

    @Inject
    public TellPackages(Agenda agenda, Dossiers dossiers, RevisionsInUse editions, LegalCalendar calendar) {
        this.agenda = agenda;
        this.dossiers = dossiers;
        this.editions = editions;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "packages";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.actedOn(calendar.startOf(span.from()), new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Dossier dossier = dossiers.find(new DossierId(subject)).orElseThrow().dossier();
        SchemeVersion scheme = editions.of(dossier.opening());
        LocalDate day = dossier.history().stage().day();
        return isGranted(scheme, dossier) && span.holds(day)
                ? AgencyPackage.of(scheme, dossier)
                        .filter(content -> !content.isComplete())
                        .map(content -> (Deed) new Deed.Give(new Notice(
                                NoticeKind.PACKAGE_INCOMPLETE,
                                Optional.empty(),
                                Concern.of(dossier.id()),
                                dossier.history().stage().stage(),
                                day,
                                Optional.empty(),
                                Optional.of(String.join(", ", content.missing())),
                                Ground.in(Optional.of(scheme)).ofPublication())))
                        .stream()
                        .toList()
                : List.of();
    }

    private static boolean isGranted(SchemeVersion scheme, Dossier dossier) {
        return scheme.conduct()
                .flatMap(conduct -> conduct.procedure().stage(dossier.stage()))
                .filter(stage -> stage.phase() == Phase.GRANTED)
                .isPresent();
    }
}
