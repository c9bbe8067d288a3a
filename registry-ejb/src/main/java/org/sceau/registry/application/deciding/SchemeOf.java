package org.sceau.registry.application.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.visa.VisaId;

/** Under which scheme a matter is: roles that somebody holds for some schemes count in matters under those. */
@ApplicationScoped
public class SchemeOf {
    private final Dossiers dossiers;
    private final Visas visas;
    private final Proposals proposals;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SchemeOf() {
        this(null, null, null);
    }

    @Inject
    public SchemeOf(Dossiers dossiers, Visas visas, Proposals proposals) {
        this.dossiers = dossiers;
        this.visas = visas;
        this.proposals = proposals;
    }

    /** Empty for what is not there any more. */
    public Optional<SchemeId> of(Concern concern) {
        return switch (concern.about()) {
            case VISA -> of(new VisaId(concern.id()));
            case DOSSIER -> of(new DossierId(concern.id()));
            case PROPOSAL ->
                proposals
                        .subject(new ProposalId(concern.id()))
                        .flatMap(subject -> of(subject.dossier(), subject.visa()));
        };
    }

    /** The scheme that a decision is taken under: that of its dossier, else of its visa. */
    public Optional<SchemeId> of(DecisionContent content) {
        return of(content.dossier(), content.visa());
    }

    private Optional<SchemeId> of(Optional<DossierId> dossier, Optional<VisaId> visa) {
        return dossier.flatMap(this::of).or(() -> visa.flatMap(this::of));
    }

    /** The roles that count in a matter; in one that is under no scheme, those held for all of them. */
    public Set<Role> roles(Actor actor, Concern concern) {
        return roles(actor.book(), concern);
    }

    /** The same of the roles of an account. */
    public Set<Role> roles(RoleBook book, Concern concern) {
        return book.isForAll() ? book.anywhere() : of(concern).map(book::under).orElseGet(book::forAll);
    }

    private Optional<SchemeId> of(DossierId dossier) {
        return dossiers.schemeOf(dossier);
    }

    private Optional<SchemeId> of(VisaId visa) {
        return visas.find(visa).map(found -> found.facts().scheme().scheme());
    }
}
