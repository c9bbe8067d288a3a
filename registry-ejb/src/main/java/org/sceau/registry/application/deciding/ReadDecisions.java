package org.sceau.registry.application.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Proposals and what became of them. Handlers of complaints and appeals see those that they made themselves: what is decided elsewhere is not
 * theirs to know before it is public.
 */
@ApplicationScoped
public class ReadDecisions {
    private static final Set<Role> SEE_ALL = EnumSet.of(Role.CERTIFIER, Role.DECIDER, Role.NCCA_APPROVER, Role.AUDITOR);

    private final Door door;
    private final Proposals proposals;
    private final Visas visas;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadDecisions() {
        this(null, null, null, null);
    }

    @Inject
    public ReadDecisions(Door door, Proposals proposals, Visas visas, LegalCalendar calendar) {
        this.door = door;
        this.proposals = proposals;
        this.visas = visas;
        this.calendar = calendar;
    }

    /** Open proposals that have not expired, the earliest end first; at most 200. */
    public List<Proposal> open(Actor actor) {
        return door.prepare(
                actor, Permission.READ_DECISIONS, "proposals", () -> visible(actor, proposals.open(calendar.today())));
    }

    /** The one that made a visa and every one about it, oldest first, whatever became of them; none for an unknown visa. */
    public List<Proposal> about(Actor actor, VisaId visa) {
        return door.prepare(actor, Permission.READ_DECISIONS, "visa:" + visa, () -> {
            Stream<Proposals.Recorded> made = visas.version(visa, 1).map(Visa::provenance).stream()
                    .filter(from -> from.source().equals(CarryOut.SOURCE))
                    .flatMap(from -> proposals.find(ProposalId.parse(from.row())).stream());
            return visible(
                    actor, Stream.concat(made, proposals.about(visa).stream()).toList());
        });
    }

    /** Every proposal about a dossier, oldest first, whatever became of it; none for an unknown one. */
    public List<Proposal> about(Actor actor, DossierId dossier) {
        return door.prepare(
                actor, Permission.READ_DECISIONS, "dossier:" + dossier, () -> visible(actor, proposals.about(dossier)));
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code proposal-unknown}, also for one that the caller may not see */
    public Proposal one(Actor actor, ProposalId id) {
        return door.prepare(
                actor, Permission.READ_DECISIONS, "proposal:" + id, () -> visible(actor, proposals.find(id)));
    }

    /** One version of a proposal; refused like {@link #one(Actor, ProposalId)}. */
    public Proposal one(Actor actor, ProposalId id, long version) {
        return door.prepare(
                actor, Permission.READ_DECISIONS, "proposal:" + id, () -> visible(actor, proposals.find(id, version)));
    }

    private static List<Proposal> visible(Actor actor, List<Proposals.Recorded> all) {
        return all.stream()
                .map(Proposals.Recorded::proposal)
                .filter(proposal -> sees(actor, proposal))
                .toList();
    }

    private static Proposal visible(Actor actor, Optional<Proposals.Recorded> one) {
        return one.map(Proposals.Recorded::proposal)
                .filter(proposal -> sees(actor, proposal))
                .orElseThrow(() ->
                        Refusal.of("proposal-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    private static boolean sees(Actor actor, Proposal proposal) {
        return actor.roles().stream().anyMatch(SEE_ALL::contains)
                || proposal.proposer().name().equals(actor.name());
    }
}
