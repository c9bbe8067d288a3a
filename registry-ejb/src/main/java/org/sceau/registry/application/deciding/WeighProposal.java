package org.sceau.registry.application.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * What a proposal would change, beside what is in force, and whether the reader could give the second word: all that a second person needs
 * before saying it. Nothing is changed and no number is taken.
 */
@ApplicationScoped
public class WeighProposal {
    private final Door door;
    private final ReadDecisions reading;
    private final Decide deciding;
    private final Matters matters;
    private final CarryOut carryOut;
    private final Visas visas;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WeighProposal() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public WeighProposal(
            Door door,
            ReadDecisions reading,
            Decide deciding,
            Matters matters,
            CarryOut carryOut,
            Visas visas,
            LegalCalendar calendar) {
        this.door = door;
        this.reading = reading;
        this.deciding = deciding;
        this.matters = matters;
        this.carryOut = carryOut;
        this.visas = visas;
        this.calendar = calendar;
    }

    /**
     * A proposal, weighed.
     *
     * @param rule     the row of the scheme it is taken by
     * @param inForce  what is known of the visa it changes or comes after; absent for a first grant
     * @param then     what the visa would say; absent where none would be made or changed. The number of a new one is given with the second
     *     word: until then its reference is a dash
     * @param obstacle why the reader could not approve it now; absent for whoever could, when a second factor is fresh
     */
    public record Weighed(
            Proposal proposal,
            SchemeVersion scheme,
            DecisionRule rule,
            Optional<Visa> inForce,
            Optional<VisaFacts> then,
            Optional<Refusal> obstacle) {}

    /** @throws Refused {@code proposal-unknown}, also for one that the reader may not see; what is said of a matter that is no more */
    public Weighed weigh(Actor actor, ProposalId id) {
        return door.prepare(actor, Permission.READ_DECISIONS, "proposal:" + id, () -> {
            Proposal proposal = reading.inside(actor, id);
            Instant now = calendar.clock().instant();
            Matter matter = matters.stale(actor, now, proposal.content());
            Optional<Visa> inForce = matter.visa()
                    .or(() -> matter.dossier()
                            .flatMap(look -> look.dossier().opening().about())
                            .flatMap(visas::find));
            boolean open = proposal.isOpenOn(matter.today());
            return new Weighed(
                    proposal,
                    matter.scheme(),
                    matter.rule(),
                    inForce,
                    outlook(matter, actor),
                    open ? deciding.obstacle(actor, proposal, now) : Optional.empty());
        });
    }

    /** Of a proposal that later decisions overtook nothing can be made any more: its obstacle says why. */
    private Optional<VisaFacts> outlook(Matter matter, Actor actor) {
        if (matter.content().kind().effect() == DecisionKind.Effect.NONE) {
            return Optional.empty();
        }
        try {
            return Optional.of(carryOut.outlook(matter, actor.name()));
        } catch (Refused | IllegalArgumentException overtaken) {
            return Optional.empty();
        }
    }
}
