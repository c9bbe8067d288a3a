package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sceau.registry.application.deciding.Proposals;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;

/** Tells the authority of proposals that nobody answered in time. They were void without it. */
@ApplicationScoped
public class TellExpiredProposals implements Duty {
    private final Agenda agenda;
    private final Proposals proposals;
    private final Dossiers dossiers;
    private final Visas visas;
    private final RevisionsInUse editions;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TellExpiredProposals() {
        this(null, null, null, null, null);
    }

    @Inject
    public TellExpiredProposals(
            Agenda agenda, Proposals proposals, Dossiers dossiers, Visas visas, RevisionsInUse editions) {
        this.agenda = agenda;
        this.proposals = proposals;
        this.dossiers = dossiers;
        this.visas = visas;
        this.editions = editions;
    }

    @Override
    public String name() {
        return "proposals";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.expiring(
                span.from().minusDays(1), span.to().minusDays(1), new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Proposal proposal =
                proposals.find(new ProposalId(subject)).orElseThrow().proposal();
        LocalDate day = proposal.expires().plusDays(1);
        return proposal.state() == Proposal.State.OPEN && span.holds(day)
                ? List.of(new Deed.Give(new Notice(
                        NoticeKind.PROPOSAL_EXPIRED,
                        Optional.empty(),
                        Concern.of(proposal.id()),
                        proposal.expires().toString(),
                        day,
                        Optional.of(proposal.expires()),
                        Optional.empty(),
                        Ground.in(scheme(proposal.content()))
                                .ofDecision(proposal.content().kind()))))
                : List.of();
    }

    /** The edition that its dossier keeps, else the one in use of its visa. */
    private Optional<SchemeVersion> scheme(DecisionContent content) {
        return content.dossier()
                .flatMap(dossiers::find)
                .map(found -> editions.of(found.dossier().opening()))
                .or(() -> content.visa()
                        .flatMap(visas::find)
                        .flatMap(found -> editions.current(found.facts().scheme())));
    }
}
