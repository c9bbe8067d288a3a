package org.sceau.registry.application.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.evaluating.Around;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.application.surveilling.Remedies;
import org.sceau.registry.application.surveilling.WithdrawalDuty;
import org.sceau.registry.domain.decision.Changes;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/**
 * Gathers what a decision is about. For a first grant everything is found by its id, or by the id of what was found; dossiers behind a visa
 * are searched. {@link DecisionEntries#leavesAlone} rests on that.
 */
@ApplicationScoped
public class Matters {
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
    protected Matters() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public Matters(
            Dossiers dossiers,
            DossierActs acts,
            Visas visas,
            CarryOut carryOut,
            WithdrawalDuty duty,
            Schemes schemes,
            RevisionsInUse editions,
            LegalCalendar calendar,
            Remedies remedies) {
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

    /**
     * @param now of the act
     * @throws org.sceau.registry.domain.refusal.Refused {@code decision-not-in-scheme}, {@code decision-other-scheme}, {@code decision-needs-visa},
     *     {@code decision-needs-dossier}, {@code visa-unknown}, {@code dossier-unknown}, {@code remedy-unknown}, {@code remedy-not-due}, {@code
     *     concurrent-change} when dossier or visa changed since it was seen
     */
    Matter of(Actor actor, Instant now, DecisionContent content) {
        return of(actor, now, content, content.dossier().flatMap(dossiers::find), Optional.empty(), true);
    }

    /**
     * The same of a proposal that was found together with its dossier.
     *
     * @param found for this actor
     */
    Matter of(Actor actor, Instant now, Proposals.WithDossier found) {
        return of(
                actor, now, found.proposal().proposal().content(), found.dossier(), Optional.of(found.around()), true);
    }

    /** The same of dossier and visa as they are now, whatever the proposal was based on: nothing comes of it any more. */
    Matter stale(Actor actor, Instant now, DecisionContent content) {
        return of(actor, now, content, content.dossier().flatMap(dossiers::find), Optional.empty(), false);
    }

    private Matter of(
            Actor actor,
            Instant now,
            DecisionContent content,
            Optional<Dossiers.Recorded> read,
            Optional<Around> around,
            boolean asSeen) {
        LocalDate today = calendar.dayOf(now);
        requireObjects(content);
        Optional<Visa> visa = content.visa()
                .map(id -> visas.find(id)
                        .filter(known -> known.facts().listed()
                                || DossierActs.seesAll(
                                        actor, known.facts().scheme().scheme()))
                        .orElseThrow(() -> Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND)
                                .asException()));
        Optional<Remedy> remedy = content.remedy()
                .flatMap(remedies::find)
                .map(Remedies.Recorded::remedy)
                .filter(known -> content.visa().filter(known.visa()::equals).isPresent());
        if (asSeen) {
            visa.ifPresent(known -> requireVersion(known, content.visaVersion()));
            content.remedy().ifPresent(named -> requireDue(remedy, content.kind(), today));
        }
        Optional<Handling> dossier = content.dossier()
                .map(id -> acts.visible(actor, id, read).dossier())
                .map(found -> {
                    acts.requireVersion(
                            found, asSeen ? OptionalLong.of(content.dossierVersion()) : OptionalLong.empty());
                    if (content.visa().isPresent()
                            && !content.visa().equals(found.opening().about())) {
                        throw Refusal.of("decision-needs-visa", Refusal.Kind.INVALID)
                                .with("decision", content.kind().code())
                                .asException();
                    }
                    return onDay(found, now, content.effective(), around);
                });
        Optional<Handling> origin = visa.flatMap(known -> dossiers.leadingTo(known.id()))
                .map(recorded -> onDay(recorded.dossier(), now, content.effective()));
        Optional<Handling> grant = visa.flatMap(known -> dossiers.granting(known.id()))
                .map(Dossiers.Recorded::dossier)
                .filter(granting -> origin.filter(look -> look.dossier().id().equals(granting.id()))
                        .isEmpty())
                .map(granting -> onDay(granting, now, content.effective()));
        SchemeVersion version = dossier.map(Handling::scheme)
                .or(() -> visa.flatMap(known -> editions.current(known.facts().scheme())))
                .orElseThrow();
        visa.ifPresent(known -> requireOwnScheme(content.kind(), version, known));
        visa.filter(known -> asSeen && !known.facts().scheme().equals(version.id()))
                .ifPresent(known -> requireOwnTerms(content, known));
        DecisionRule row = version.conduct()
                .flatMap(conduct -> conduct.decision(content.kind()))
                .orElseThrow(() -> Refusal.of("decision-not-in-scheme", Refusal.Kind.INVALID)
                        .with("decision", content.kind().code())
                        .with("scheme", version.id().toString())
                        .asException());
        DecisionRule rule = row.reserved().isEmpty() ? row : row.forVisa(grant(visa, now));
        if (!rule.rules().isEmpty() && dossier.isEmpty()) {
            // What its rules ask for is in a dossier: that somebody was heard, an opinion, a notice.
            throw needsDossier(content.kind());
        }
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
                grant,
                visa,
                complaint,
                acts.isFacility(actor.organisation(), around),
                concerned.flatMap(known -> invalid(known, today)),
                remedy,
                today,
                schemes.statusAtEnd(version.id()),
                schemes.following(version, today).map(SchemeVersion::id),
                carryOut.issuer(),
                around.map(Around::revisions));
    }

    /** The dossier that granted a visa, as rules see it today. */
    private Optional<Situation> grant(Optional<Visa> visa, Instant now) {
        return visa.flatMap(known -> dossiers.granting(known.id()))
                .map(recorded -> acts.look(recorded.dossier(), now).situation());
    }

    private Optional<Matter.Invalid> invalid(Visa visa, LocalDate today) {
        List<VulnerabilityRecord> incurable = duty.demandedFor(visa.id());
        SchemeVersionId scheme = visa.facts().scheme();
        return incurable.stream()
                .findFirst()
                .flatMap(first -> editions.current(scheme)
                        .flatMap(SchemeVersion::conduct)
                        .map(conduct -> new Matter.Invalid(
                                first.number(),
                                incurable.stream()
                                        .flatMap(record -> record.judges().stream())
                                        .collect(Collectors.toSet()),
                                conduct,
                                visa.facts()
                                        .statusOn(today, schemes.statusAtEnd(scheme))
                                        .status())));
    }

    /** A new visa comes of a dossier, and so does more of a known one; a decision about a visa names it. */
    private static void requireObjects(DecisionContent content) {
        DecisionKind kind = content.kind();
        if ((kind.effect() != DecisionKind.Effect.SAME_VISA || kind.givesMore())
                && content.dossier().isEmpty()) {
            throw needsDossier(kind);
        }
        if ((kind.effect() == DecisionKind.Effect.SAME_VISA || kind.isReissue())
                && content.visa().isEmpty()) {
            throw Refusal.of("decision-needs-visa", Refusal.Kind.INVALID)
                    .with("decision", kind.code())
                    .asException();
        }
    }

    private static Refused needsDossier(DecisionKind kind) {
        return Refusal.of("decision-needs-dossier", Refusal.Kind.INVALID)
                .with("decision", kind.code())
                .asException();
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

    /** A visa keeps the version that it was granted under: it is extended by what that one defines, whichever the dossier has (invariant 42). */
    private void requireOwnTerms(DecisionContent content, Visa visa) {
        if (content.kind() == DecisionKind.EXTEND_SCOPE) {
            editions.current(visa.facts().scheme())
                    .flatMap(own -> Changes.changed(own, content, visa.facts()))
                    .ifPresent(beyond -> {
                        throw beyond.with("scheme", visa.facts().scheme().toString())
                                .asException();
                    });
        }
    }

    /** A suspension may rest on any remedy that was not accepted, a withdrawal on one whose day is past (EUCC Art. 28-29). */
    private static void requireDue(Optional<Remedy> found, DecisionKind kind, LocalDate today) {
        Remedy remedy = found.orElseThrow(
                () -> Refusal.of("remedy-unknown", Refusal.Kind.NOT_FOUND).asException());
        Remedy.State state = remedy.stateOn(today);
        boolean open =
                kind == DecisionKind.SUSPEND ? state != Remedy.State.ACCEPTED : state == Remedy.State.DECISION_DUE;
        if (!open) {
            throw Refusal.of("remedy-not-due", Refusal.Kind.CONFLICT)
                    .with("state", state.code())
                    .with("due", remedy.due().toString())
                    .asException();
        }
    }

    /** What a visa says may have changed since the proposal was made: by another decision, or by its source. */
    private void requireVersion(Visa visa, long seen) {
        SeenVersion.require(
                OptionalLong.of(seen),
                visa.version(),
                visa.facts(),
                version -> visas.version(visa.id(), version).map(Visa::facts));
    }

    private Handling onDay(Dossier dossier, Instant now, LocalDate effective) {
        return onDay(dossier, now, effective, Optional.empty());
    }

    private Handling onDay(Dossier dossier, Instant now, LocalDate effective, Optional<Around> around) {
        Handling look = acts.look(dossier, now, around);
        return new Handling(dossier, look.scheme(), look.surroundings(), look.at(), effective);
    }
}
