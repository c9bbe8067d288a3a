package org.sceau.registry.application.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Journal;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.Prepared;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.surveilling.WithdrawalDuty;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;

/**
 * Decisions by two people. Everything is asked at the proposal and again at the approval; the approval carries the decision out in one
 * transaction, or nothing happens.
 */
@ApplicationScoped
public class Decide {
    private final Door door;
    private final Proposals proposals;
    private final Matters matters;
    private final Visas visas;
    private final CarryOut carryOut;
    private final WithdrawalDuty duty;
    private final SchemeOf schemeOf;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Decide() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public Decide(
            Door door,
            Proposals proposals,
            Matters matters,
            Visas visas,
            CarryOut carryOut,
            WithdrawalDuty duty,
            SchemeOf schemeOf,
            LegalCalendar calendar) {
        this.door = door;
        this.proposals = proposals;
        this.matters = matters;
        this.visas = visas;
        this.carryOut = carryOut;
        this.duty = duty;
        this.schemeOf = schemeOf;
        this.calendar = calendar;
    }

    /** An approved decision, and the visa it made or changed; no visa for a refusal. */
    public record Outcome(Proposal proposal, Optional<Visa> visa) {}

    /**
     * Proposes a decision.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code decision-not-in-scheme}, {@code decision-other-scheme}, {@code visa-unknown},
     *     {@code dossier-unknown}, {@code concurrent-change} when dossier or visa changed since it was seen, {@code
     *     proposal-repeated}, a right that is missing, or a limit of the scheme
     */
    public Proposal propose(Actor actor, DecisionContent content) {
        return door.enter(actor, Permission.DECIDE, "proposals", passage -> {
            Matter matter = matters.of(actor, passage.now(), content);
            return DossierActs.inSomeRole(matter.scheme(), actor, person -> {
                matter.requireRight(
                        person, matter.rule().proposedBy(), matter.rule().otherwise());
                matter.requireAllowed();
                matter.requireNotBefore(matter.today());
                String digest = CanonicalRecord.digest(content);
                requireNew(content, digest, actor, matter.today());
                Proposal proposal = Proposal.of(
                        new ProposalId(UUID.randomUUID()), content, digest, person, passage.now(), matter.today());
                RecordChange change = RecordChange.made(proposal);
                long position = passage.record(DecisionEntries.ofProposal(
                        proposal, change, Optional.of(matter.rule().ground()), "proposed"));
                proposals.add(new Proposals.Recorded(proposal, passage.now(), position), change.text());
                return proposal;
            });
        });
    }

    /** Whoever sends a form twice, by a second press or from a second window, makes one proposal. */
    private void requireNew(DecisionContent content, String digest, Actor proposer, LocalDate day) {
        List<Proposals.Recorded> about = content.dossier()
                .map(proposals::about)
                .orElseGet(() -> content.visa().map(proposals::about).orElse(List.of()));
        about.stream()
                .map(Proposals.Recorded::proposal)
                .filter(other -> other.isOpenOn(day)
                        && other.digest().equals(digest)
                        && other.proposer().name().equals(proposer.name()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.of("proposal-repeated", Refusal.Kind.CONFLICT)
                            .with("proposal", other.id().toString())
                            .asException();
                });
    }

    /** Changes a proposal; what was approved of it is void. Asked like a new one. */
    public Proposal edit(Actor actor, ProposalId id, OptionalLong seen, DecisionContent content) {
        return door.enter(actor, Permission.DECIDE, "proposal:" + id, passage -> {
            Proposal before = proposal(actor, id, seen);
            Matter matter = matters.of(actor, passage.now(), content);
            return DossierActs.inSomeRole(matter.scheme(), actor, person -> {
                matter.requireRight(
                        person, matter.rule().proposedBy(), matter.rule().otherwise());
                matter.requireAllowed();
                matter.requireNotBefore(matter.today());
                Proposal after = before.edited(content, CanonicalRecord.digest(content), person, matter.today());
                return keep(passage, before, after, Optional.of(matter), "edited");
            });
        });
    }

    /** Takes a proposal back. */
    public Proposal retract(Actor actor, ProposalId id, OptionalLong seen) {
        return door.enter(actor, Permission.DECIDE, "proposal:" + id, passage -> {
            Proposal before = proposal(actor, id, seen);
            Person person = new Person(
                    actor.name(), actor.organisation(), before.proposer().role());
            Proposal after = before.retracted(person, calendar.dayOf(passage.now()));
            return keep(passage, before, after, Optional.empty(), "retracted");
        });
    }

    /**
     * Rejects a proposal: one rejection ends it.
     *
     * @param digest what the second person saw
     */
    public Proposal reject(Actor actor, ProposalId id, String digest, String grounds) {
        return door.enter(actor, Permission.DECIDE, "proposal:" + id, passage -> {
            Proposal before = proposal(actor, id, OptionalLong.empty());
            Matter matter = matters.stale(actor, passage.now(), before.content());
            return DossierActs.inSomeRole(matter.scheme(), actor, person -> {
                matter.requireRight(
                        person, matter.rule().approvedBy(), matter.rule().approvalOtherwise());
                Proposal after = before.rejected(person, passage.now(), matter.today(), digest, grounds);
                return keep(passage, before, after, Optional.of(matter), "rejected");
            });
        });
    }

    /**
     * Approves a proposal and carries it out.
     *
     * @param digest what the second person saw
     * @throws org.sceau.registry.domain.refusal.Refused {@code proposal-changed}, {@code approval-own-proposal}, {@code
     *     proposal-expired}, {@code approver-involved}, {@code concurrent-change}, a right that is missing, or a limit of the scheme
     */
    public Outcome approve(Actor actor, ProposalId id, String digest, String grounds) {
        return door.enter(
                actor,
                Permission.DECIDE,
                "proposal:" + id,
                now -> ready(actor, id, digest, grounds, now),
                (passage, ready) -> carryOut(passage, ready, digest, grounds));
    }

    /**
     * Why somebody could not approve a proposal as it is now; empty for whoever could, apart from a fresh second factor.
     *
     * @param actor sees the proposal, and may be one who only reads
     */
    Optional<Refusal> obstacle(Actor actor, Proposal proposal, Instant now) {
        try {
            ready(actor, withDossier(actor, proposal.id()), proposal.digest(), "", now);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
    }

    /** Asks everything of an approval, and does nothing. */
    private Ready ready(Actor actor, ProposalId id, String digest, String grounds, Instant now) {
        Proposals.WithDossier found = withDossier(actor, id);
        requireSight(actor, found.proposal().proposal());
        return ready(actor, found, digest, grounds, now);
    }

    private Proposals.WithDossier withDossier(Actor actor, ProposalId id) {
        return proposals.findWithDossier(id, actor.name()).orElseThrow(Decide::unknown);
    }

    private Ready ready(Actor actor, Proposals.WithDossier found, String digest, String grounds, Instant now) {
        Proposal before = found.proposal().proposal();
        Matter matter = matters.of(actor, now, found);
        // The role is found before anything is carried out: a refused attempt in one role must leave no visa behind.
        Person second = DossierActs.inSomeRole(matter.scheme(), actor, person -> {
            matter.requireRight(
                    person, matter.rule().approvedBy(), matter.rule().approvalOtherwise());
            matter.requireApart(person);
            before.approved(person, now, matter.today(), digest, grounds);
            matter.requireAllowed();
            matter.requireNotBefore(before.askedOn());
            return person;
        });
        return new Ready(before, matter, second, calendar);
    }

    private Outcome carryOut(Passage passage, Ready ready, String digest, String grounds) {
        Matter matter = ready.matter().at(passage.now());
        Proposal approved = ready.proposal().approved(ready.second(), passage.now(), matter.today(), digest, grounds);
        Optional<Visa> visa = carryOut.inside(passage, matter, approved, ready.second());
        RecordChange change = RecordChange.between(ready.proposal(), approved);
        long position = passage.record(
                DecisionEntries.ofDecision(approved, change, matter.rule().ground(), visa));
        proposals.replace(new Proposals.Recorded(approved, passage.now(), position), change.text());
        matter.visa()
                .filter(known -> matter.rule().to().equals(Optional.of(VisaStatus.WITHDRAWN)))
                .ifPresent(known -> duty.carriedOut(
                        passage,
                        known,
                        approved.content().kind(),
                        approved.content().effective(),
                        matter.rule().notifies()));
        return new Outcome(approved, visa);
    }

    /** An approval that may be carried out by what was known when it was asked. */
    private record Ready(Proposal proposal, Matter matter, Person second, LegalCalendar calendar) implements Prepared {
        @Override
        public boolean holdsAt(Instant now) {
            return calendar.dayOf(now).equals(matter.today());
        }

        @Override
        public boolean holdsBeside(Journal.Noted entry) {
            return DecisionEntries.leavesAlone(entry, proposal.id(), matter);
        }
    }

    /**
     * What came of an approval, for whoever asks for it again.
     *
     * @param visa address of the visa it made or changed
     */
    public Outcome outcome(Actor actor, ProposalId id, Optional<Slug> visa) {
        return door.prepare(
                actor,
                Permission.DECIDE,
                "proposal:" + id,
                () -> new Outcome(proposal(actor, id, OptionalLong.empty()), visa.flatMap(visas::find)));
    }

    /** @param matter absent for what is only taken back: a scheme says nothing of that */
    private Proposal keep(Passage passage, Proposal before, Proposal after, Optional<Matter> matter, String act) {
        RecordChange change = RecordChange.between(before, after);
        long position = passage.record(DecisionEntries.ofProposal(
                after, change, matter.map(known -> known.rule().ground()), act));
        proposals.replace(new Proposals.Recorded(after, passage.now(), position), change.text());
        return after;
    }

    /** Under a scheme that the actor decides nothing under a proposal is not there, and neither is one that the actor may not read. */
    private void requireSight(Actor actor, Proposal proposal) {
        boolean seen = actor.book().isForAll()
                || schemeOf.of(proposal.content())
                        .filter(scheme -> Permission.DECIDE.isGrantedTo(actor, scheme))
                        .isPresent();
        if (!seen || !ReadDecisions.sees(actor, proposal, schemeOf)) {
            throw unknown();
        }
    }

    private Proposal proposal(Actor actor, ProposalId id, OptionalLong seen) {
        Proposal proposal = proposals.find(id).map(Proposals.Recorded::proposal).orElseThrow(Decide::unknown);
        requireSight(actor, proposal);
        SeenVersion.require(
                seen,
                proposal.version(),
                proposal,
                version -> proposals.find(id, version).map(Proposals.Recorded::proposal));
        return proposal;
    }

    private static Refused unknown() {
        return Refusal.of("proposal-unknown", Refusal.Kind.NOT_FOUND).asException();
    }
}
