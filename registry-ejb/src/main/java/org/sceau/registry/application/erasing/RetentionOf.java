package org.sceau.registry.application.erasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.deciding.Proposals;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.retention.Retention;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** The retention of a dossier, from what the registry knows of it and of its visas; for use inside an act or a look. */
@ApplicationScoped
public class RetentionOf {
    private final Dossiers dossiers;
    private final Visas visas;
    private final Proposals proposals;
    private final RevisionsInUse editions;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RetentionOf() {
        this(null, null, null, null);
    }

    @Inject
    public RetentionOf(Dossiers dossiers, Visas visas, Proposals proposals, RevisionsInUse editions) {
        this.dossiers = dossiers;
        this.visas = visas;
        this.proposals = proposals;
        this.editions = editions;
    }

    /** By the rule of the edition that the dossier keeps (invariant 25), as it stands on a legal day. */
    public Retention on(LocalDate day, Dossier dossier) {
        Conduct conduct = editions.of(dossier.opening()).conduct().orElseThrow();
        Set<VisaId> all = new LinkedHashSet<>(dossiers.visasOf(dossier.id()));
        dossier.opening().about().ifPresent(all::add);
        return Retention.of(
                conduct.retention(),
                ended(conduct, dossier),
                all.stream().map(id -> visas.find(id).orElseThrow()).toList(),
                this::reissues,
                day);
    }

    private static Optional<LocalDate> ended(Conduct conduct, Dossier dossier) {
        return conduct.procedure()
                .stage(dossier.stage())
                .filter(stage -> stage.phase().isEnd())
                .map(stage -> dossier.history().stage().day());
    }

    private List<Visa> reissues(VisaId former) {
        return visas.replacing(former).stream().filter(this::isSameScope).toList();
    }

    /** As the decision that made it says; once that decision is erased, the successor counts: rather too long than too short. */
    private boolean isSameScope(Visa successor) {
        return visas.version(successor.id(), 1)
                .flatMap(first ->
                        proposals.subject(ProposalId.parse(first.provenance().row())))
                .map(Proposals.Subject::kind)
                .filter(kind -> kind != DecisionKind.REISSUE_SAME_SCOPE)
                .isEmpty();
    }
}
