package org.sceau.registry.application.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.application.surveilling.Remedies;
import org.sceau.registry.application.surveilling.WithdrawalDuty;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.remedy.RemedyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
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
    private final Dossiers dossiers;
    private final DossierActs acts;
    private final Visas visas;
    private final CarryOut carryOut;
    private final WithdrawalDuty duty;
    private final Schemes schemes;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;
    private final Remedies remedies;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Decide() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public Decide(
            Door door,
            Proposals proposals,
            Dossiers dossiers,
            DossierActs acts,
            Visas visas,
            CarryOut carryOut,
            WithdrawalDuty duty,
            Schemes schemes,
            RevisionsInUse editions,
            LegalCalendar calendar,
            Remedies remedies) {
        this.door = door;
        this.proposals = proposals;
        this.dossiers = dossiers;
        this.acts = acts;
        this.visas = visas;
        this.carryOut = carryOut;
        this.duty = duty;
        this.schemes = schemes;
        this.editions = editions;
        this.calendar = calendar;
        this.remedies = remedies;
    }

    /** An approved decision, and the visa it made or changed; no visa for a refusal. */
    public record Outcome(Proposal proposal, Optional<Visa> visa) {}

    /**
     * Proposes a decision.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code decision-not-in-scheme}, {@code decision-other-scheme}, {@code visa-unknown},
     *     {@code dossier-unknown}, {@code concurrent-change} when dossier or visa changed since it was seen, a right that is missing, or a limit of the scheme
     */
    public Proposal propose(Actor actor, DecisionContent content) {
        return door.enter(actor, Permission.DECIDE, "proposals", passage -> {
            Matter matter = matter(actor, passage, content);
            return DossierActs.inSomeRole(matter.scheme(), actor, person -> {
                matter.requireRight(
                        person, matter.rule().proposedBy(), matter.rule().otherwise());
                matter.requireAllowed();
                Proposal proposal = Proposal.of(
                        new ProposalId(UUID.randomUUID()),
                        content,
                        CanonicalRecord.digest(content),
                        person,
                        passage.now(),
                        matter.today());
                long position = passage.record(DecisionEntries.ofProposal(proposal, "proposed"));
                proposals.add(new Proposals.Recorded(proposal, passage.now(), position));
                return proposal;
            });
        });
    }

    /** Changes a proposal; what was approved of it is void. Asked like a new one. */
    public Proposal edit(Actor actor, ProposalId id, OptionalLong seen, DecisionContent content) {
        return door.enter(actor, Permission.DECIDE, "proposal:" + id, passage -> {
            Proposal before = proposal(id, seen);
            Matter matter = matter(actor, passage, content);
            return DossierActs.inSomeRole(matter.scheme(), actor, person -> {
                matter.requireRight(
                        person, matter.rule().proposedBy(), matter.rule().otherwise());
                matter.requireAllowed();
                Proposal after = before.edited(content, CanonicalRecord.digest(content), person, matter.today());
                return keep(passage, after, "edited");
            });
        });
    }

    /** Takes a proposal back. */
    public Proposal retract(Actor actor, ProposalId id, OptionalLong seen) {
        return door.enter(actor, Permission.DECIDE, "proposal:" + id, passage -> {
            Proposal before = proposal(id, seen);
            Person person = new Person(
                    actor.name(), actor.organisation(), before.proposer().role());
            return keep(passage, before.retracted(person, calendar.dayOf(passage.now())), "retracted");
        });
    }

    /**
     * Rejects a proposal: one rejection ends it.
     *
     * @param digest what the second person saw
     */
    public Proposal reject(Actor actor, ProposalId id, String digest, String grounds) {
        return door.enter(actor, Permission.DECIDE, "proposal:" + id, passage -> {
            Proposal before = proposal(id, OptionalLong.empty());
            Matter matter = matter(actor, passage, before.content());
            return DossierActs.inSomeRole(matter.scheme(), actor, person -> {
                matter.requireRight(person, matter.rule().approvedBy(), DecisionRule.OTHERWISE);
                return keep(
                        passage, before.rejected(person, passage.now(), matter.today(), digest, grounds), "rejected");
            });
        });
    }

    /**
     * Approves a proposal and carries it out.
     *
     * @param digest what the second person saw
     * @throws org.sceau.registry.domain.refusal.Refused {@code proposal-changed}, {@code approval-own-proposal}, {@code
     *     proposal-expired}, {@code concurrent-change}, a right that is missing, or a limit of the scheme
     */
    public Outcome approve(Actor actor, ProposalId id, String digest, String grounds) {
        return door.enter(actor, Permission.DECIDE, "proposal:" + id, passage -> {
            Proposal before = proposal(id, OptionalLong.empty());
            Matter matter = matter(actor, passage, before.content());
            // The role is found before anything is carried out: a refused attempt in one role must leave no visa
            // behind.
            Person second = DossierActs.inSomeRole(matter.scheme(), actor, person -> {
                matter.requireRight(person, matter.rule().approvedBy(), DecisionRule.OTHERWISE);
                before.approved(person, passage.now(), matter.today(), digest, grounds);
                matter.requireAllowed();
                return person;
            });
            Proposal approved = before.approved(second, passage.now(), matter.today(), digest, grounds);
            Optional<Visa> visa = carryOut.inside(passage, matter, approved, second);
            long position = passage.record(
                    DecisionEntries.ofDecision(approved, matter.rule().ground(), visa));
            proposals.replace(new Proposals.Recorded(approved, passage.now(), position));
            matter.visa()
                    .filter(known -> matter.rule().to().equals(Optional.of(VisaStatus.WITHDRAWN)))
                    .ifPresent(known -> duty.carriedOut(
                            passage,
                            known,
                            approved.content().kind(),
                            approved.content().effective(),
                            matter.rule().notifies()));
            return new Outcome(approved, visa);
        });
    }

    /** Open proposals that have not expired, the earliest end first. */
    public List<Proposals.Recorded> open(Actor actor) {
        return door.prepare(actor, Permission.DECIDE, "proposals", () -> proposals.open(calendar.today()));
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code proposal-unknown} */
    public Proposal read(Actor actor, ProposalId id) {
        return door.prepare(actor, Permission.DECIDE, "proposal:" + id, () -> proposal(id, OptionalLong.empty()));
    }

    /** One version of a proposal. */
    public Proposal read(Actor actor, ProposalId id, long version) {
        return door.prepare(
                actor,
                Permission.DECIDE,
                "proposal:" + id,
                () -> proposals
                        .find(id, version)
                        .map(Proposals.Recorded::proposal)
                        .orElseThrow(() -> Refusal.of("proposal-unknown", Refusal.Kind.NOT_FOUND)
                                .asException()));
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
                () -> new Outcome(proposal(id, OptionalLong.empty()), visa.flatMap(visas::find)));
    }

    private Proposal keep(Passage passage, Proposal proposal, String act) {
        long position = passage.record(DecisionEntries.ofProposal(proposal, act));
        proposals.replace(new Proposals.Recorded(proposal, passage.now(), position));
        return proposal;
    }

    private Proposal proposal(ProposalId id, OptionalLong seen) {
        Proposal proposal = proposals
                .find(id)
                .map(Proposals.Recorded::proposal)
                .orElseThrow(() ->
                        Refusal.of("proposal-unknown", Refusal.Kind.NOT_FOUND).asException());
        requireVersion(proposal.version(), seen);
        return proposal;
    }

    private Matter matter(Actor actor, Passage passage, DecisionContent content) {
        LocalDate today = calendar.dayOf(passage.now());
        requireObjects(content);
        Optional<Visa> visa = content.visa()
                .map(id -> visas.find(id)
                        .orElseThrow(() -> Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND)
                                .asException()));
        visa.ifPresent(known -> requireVersion(known.version(), OptionalLong.of(content.visaVersion())));
        content.remedy().ifPresent(id -> requireRemedy(id, content, today));
        Optional<Handling> dossier = content.dossier()
                .map(id -> acts.visible(actor, id).dossier())
                .map(found -> {
                    DossierActs.requireVersion(found, OptionalLong.of(content.dossierVersion()));
                    if (content.visa().isPresent()
                            && !content.visa().equals(found.opening().about())) {
                        throw Refusal.of("decision-needs-visa", Refusal.Kind.INVALID)
                                .with("decision", content.kind().code())
                                .asException();
                    }
                    return onDay(found, passage, content.effective());
                });
        Optional<Handling> origin = visa.flatMap(known -> dossiers.leadingTo(known.id()))
                .map(recorded -> onDay(recorded.dossier(), passage, content.effective()));
        SchemeVersion version = dossier.map(Handling::scheme)
                .or(() -> visa.flatMap(known -> editions.current(known.facts().scheme())))
                .orElseThrow();
        visa.ifPresent(known -> requireOwnScheme(content.kind(), version, known));
        DecisionRule rule = version.conduct()
                .flatMap(conduct -> conduct.decision(content.kind()))
                .orElseThrow(() -> Refusal.of("decision-not-in-scheme", Refusal.Kind.INVALID)
                        .with("decision", content.kind().code())
                        .with("scheme", version.id().toString())
                        .asException());
        boolean complaint = visa.filter(known -> dossiers.complaintHandled(known.id(), actor.name()))
                .isPresent();
        Optional<Visa> concerned = visa.or(
                () -> dossier.flatMap(look -> look.dossier().opening().about()).flatMap(visas::find));
        return new Matter(
                version,
                rule,
                content,
                dossier,
                origin,
                visa,
                complaint,
                concerned.flatMap(known -> invalid(known, today)),
                today,
                schemes.statusAtEnd(version.id()),
                carryOut.issuer());
    }

    private Optional<Matter.Invalid> invalid(Visa visa, LocalDate today) {
        SchemeVersionId scheme = visa.facts().scheme();
        return duty.demandedFor(visa.id())
                .flatMap(number -> editions.current(scheme)
                        .flatMap(SchemeVersion::conduct)
                        .map(conduct -> new Matter.Invalid(
                                number,
                                conduct,
                                visa.facts()
                                        .statusOn(today, schemes.statusAtEnd(scheme))
                                        .status())));
    }

    /** A new visa comes of a dossier; a decision about a visa names it. */
    private static void requireObjects(DecisionContent content) {
        DecisionKind kind = content.kind();
        if (kind.effect() != DecisionKind.Effect.SAME_VISA && content.dossier().isEmpty()) {
            throw Refusal.of("decision-needs-dossier", Refusal.Kind.INVALID)
                    .with("decision", kind.code())
                    .asException();
        }
        if ((kind.effect() == DecisionKind.Effect.SAME_VISA || kind.isReissue())
                && content.visa().isEmpty()) {
            throw Refusal.of("decision-needs-visa", Refusal.Kind.INVALID)
                    .with("decision", kind.code())
                    .asException();
        }
    }

    /** A visa that stays is changed by the rules of its own scheme alone, whatever dossier was opened about it; a reissue may convert it. */
    private static void requireOwnScheme(DecisionKind kind, SchemeVersion deciding, Visa visa) {
        if (kind.effect() == DecisionKind.Effect.SAME_VISA
                && !deciding.id().scheme().equals(visa.facts().scheme().scheme())) {
            throw Refusal.of("decision-other-scheme", Refusal.Kind.CONFLICT)
                    .with("scheme", deciding.id().toString())
                    .with("visa-scheme", visa.facts().scheme().toString())
                    .asException();
        }
    }

    /** A suspension may rest on any remedy that was not accepted, a withdrawal on one whose day is past (EUCC Art. 28-29). */
    private void requireRemedy(RemedyId id, DecisionContent content, LocalDate today) {
        Remedy remedy = remedies.find(id)
                .map(Remedies.Recorded::remedy)
                .filter(known -> content.visa().filter(known.visa()::equals).isPresent())
                .orElseThrow(() ->
                        Refusal.of("remedy-unknown", Refusal.Kind.NOT_FOUND).asException());
        Remedy.State state = remedy.stateOn(today);
        boolean open = content.kind() == DecisionKind.SUSPEND
                ? state != Remedy.State.ACCEPTED
                : state == Remedy.State.DECISION_DUE;
        if (!open) {
            throw Refusal.of("remedy-not-due", Refusal.Kind.CONFLICT)
                    .with("state", state.code())
                    .with("due", remedy.due().toString())
                    .asException();
        }
    }

    private Handling onDay(Dossier dossier, Passage passage, LocalDate effective) {
        Handling look = acts.look(dossier, passage.now());
        return new Handling(dossier, look.scheme(), look.surroundings(), look.at(), effective);
    }

    private static void requireVersion(long current, OptionalLong seen) {
        if (seen.isPresent() && seen.getAsLong() != current) {
            throw Refusal.of("concurrent-change", Refusal.Kind.CONFLICT)
                    .with("seen", Long.toString(seen.getAsLong()))
                    .with("current", Long.toString(current))
                    .asException();
        }
    }
}
