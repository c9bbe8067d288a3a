package org.sceau.registry.application.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenPage;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.visa.Slug;
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
    private final SchemeOf schemeOf;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadDecisions() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReadDecisions(Door door, Proposals proposals, Visas visas, SchemeOf schemeOf, LegalCalendar calendar) {
        this.door = door;
        this.proposals = proposals;
        this.visas = visas;
        this.schemeOf = schemeOf;
        this.calendar = calendar;
    }

    /**
     * Open proposals that have not expired, the earliest end first.
     *
     * @param after the one behind which to read on
     * @param most  at most so many, 1 to 200
     */
    public List<Proposal> open(Actor actor, Optional<ProposalId> after, int most) {
        return door.prepare(
                actor,
                Permission.READ_DECISIONS,
                "proposals",
                () -> page(actor, after, most, (behind, part) -> proposals.open(calendar.today(), behind, part)));
    }

    /**
     * The one that made a visa, then every one about it, whatever became of them, the one acted on longest ago first; none for an unknown
     * visa. Parameters as of {@link #open}.
     */
    public List<Proposal> about(Actor actor, VisaId visa, Optional<ProposalId> after, int most) {
        return door.prepare(actor, Permission.READ_DECISIONS, "visa:" + visa, () -> {
            Optional<ProposalId> made = visas.version(visa, 1)
                    .map(Visa::provenance)
                    .filter(from -> from.source().equals(CarryOut.SOURCE))
                    .map(from -> ProposalId.parse(from.row()));
            return page(actor, after, most, (behind, part) -> {
                boolean first = behind.isEmpty();
                Stream<Proposals.Recorded> maker = first ? made.flatMap(proposals::find).stream() : Stream.empty();
                // Behind the maker everything else follows from its beginning.
                Optional<ProposalId> from = behind.filter(id -> !made.equals(Optional.of(id)));
                return Stream.concat(maker, proposals.about(visa, from, part).stream())
                        .limit(part)
                        .toList();
            });
        });
    }

    /** Every proposal about a dossier, whatever became of it; none for an unknown one. Parameters as of {@link #open}. */
    public List<Proposal> about(Actor actor, DossierId dossier, Optional<ProposalId> after, int most) {
        return door.prepare(
                actor,
                Permission.READ_DECISIONS,
                "dossier:" + dossier,
                () -> page(actor, after, most, (behind, part) -> proposals.about(dossier, behind, part)));
    }

    private List<Proposal> page(
            Actor actor,
            Optional<ProposalId> after,
            int most,
            BiFunction<Optional<ProposalId>, Integer, List<Proposals.Recorded>> read) {
        return SeenPage.of(
                after,
                most,
                (behind, part) -> read.apply(behind, part).stream()
                        .map(Proposals.Recorded::proposal)
                        .toList(),
                Proposal::id,
                proposal -> sees(actor, proposal));
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

    /**
     * The visa that something is decided about; those that are kept out of the catalogue for the handlers of their scheme alone.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code visa-unknown}
     */
    public Visa visa(Actor actor, Slug slug) {
        return door.prepare(
                actor,
                Permission.READ_DECISIONS,
                "visa:" + slug.value(),
                () -> visas.find(slug)
                        .filter(known -> known.facts().listed()
                                || DossierActs.seesAll(
                                        actor, known.facts().scheme().scheme()))
                        .orElseThrow(() -> Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND)
                                .asException()));
    }

    /** What a decision is about, for a list of them: the dossier's visa is that of its content. */
    public Optional<Visa> visaOf(Actor actor, Proposal proposal) {
        return door.prepare(
                actor,
                Permission.READ_DECISIONS,
                "proposal:" + proposal.id(),
                () -> Optional.of(proposal)
                        .filter(known -> sees(actor, known))
                        .flatMap(known -> known.content().visa())
                        .flatMap(visas::find));
    }

    /** The same for use inside a look of its own. */
    Proposal inside(Actor actor, ProposalId id) {
        return visible(actor, proposals.find(id));
    }

    private Proposal visible(Actor actor, Optional<Proposals.Recorded> one) {
        return one.map(Proposals.Recorded::proposal)
                .filter(proposal -> sees(actor, proposal))
                .orElseThrow(() ->
                        Refusal.of("proposal-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    private boolean sees(Actor actor, Proposal proposal) {
        return sees(actor, proposal, schemeOf);
    }

    /** Whether a proposal is there for somebody: who may not read it learns of it by no act either. */
    static boolean sees(Actor actor, Proposal proposal, SchemeOf schemeOf) {
        SchemeScope scope = actor.book().scopeOf(SEE_ALL);
        return scope.all()
                || proposal.proposer().name().equals(actor.name())
                || !scope.isNone()
                        && schemeOf.of(proposal.content()).filter(scope::covers).isPresent();
    }
}
