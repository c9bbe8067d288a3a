package org.sceau.registry.domain.dossier.handling;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Demand;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** The named demands of moves, each a question about one look at a dossier. */
public final class Guards {
    private static final Set<Guard> TITLES_OF_ISSUER =
            EnumSet.of(Guard.ISSUER_ACCREDITED, Guard.ISSUER_NOTIFIED, Guard.ISSUER_AUTHORISED);

    private Guards() {}

    /** Why one of the demands that are made in this situation is not met; empty when all are. */
    static Optional<Refusal> refusal(List<Move.Demanded> demands, Handling handling, String to) {
        return refusals(demands, handling, to).findFirst();
    }

    /** Why each of them is not met; of an application that is not complete all that it lacks. */
    static Stream<Refusal> refusals(List<Move.Demanded> demands, Handling handling, String to) {
        return demands.stream()
                .filter(demanded -> demanded.when()
                        .map(when -> when.holds(handling.situation()))
                        .orElse(true))
                .flatMap(demanded -> demanded.guard() == Guard.COMPLETE
                        ? Preflight.of(handling, to).stream().map(Finding::asRefusal)
                        : refusal(demanded.guard(), handling, to).stream());
    }

    /** Why the demand is not met; empty when it is. */
    static Optional<Refusal> refusal(Guard guard, Handling handling, String to) {
        return switch (guard) {
            case COMPLETE -> Preflight.of(handling, to).stream().findFirst().map(Finding::asRefusal);
            case LABORATORY_ASSIGNED ->
                refuseIf(handling.dossier().laboratories().isEmpty(), "lab-not-assigned");
            case LABORATORY_COMPETENT -> laboratoryCompetent(handling);
            case SAME_LABORATORY -> sameLaboratory(handling);
            case NO_APPROVAL_PENDING ->
                handling.dossier().history().approvals().stream()
                        .filter(Approval::isPending)
                        .findFirst()
                        .map(pending -> refusal("ncca-pending").with("approval", pending.type()));
            case NO_QUESTION_OPEN -> open(handling);
            case QUESTIONS_SETTLED -> open(handling).or(() -> unsettled(handling));
            case BASES_IN_FORCE -> basesInForce(handling);
            case ATTESTATIONS_IN_FORCE -> attested(handling);
            case TRAINEES_OBSERVE ->
                handling.dossier().staff().stream()
                        .filter(Assignment::isByTrainee)
                        .findFirst()
                        .map(shown -> refusal("trainee-takes-part")
                                .with("activity", shown.activity())
                                .with("on", shown.engagedOn().toString()));
            case SUBCONTRACTORS_QUALIFIED -> subcontractorsQualified(handling);
            case SUBCONTRACTS_AGREED -> subcontractsAgreed(handling);
            case ISSUER_ACCREDITED -> issuerLacks(Entitlement.Kind.ACCREDITATION, handling);
            case ISSUER_NOTIFIED -> issuerLacks(Entitlement.Kind.NOTIFICATION, handling);
            case ISSUER_AUTHORISED -> issuerLacks(Entitlement.Kind.AUTHORISATION, handling);
            case ISSUER_ENTITLED ->
                isApprovedForThis(handling) ? Optional.empty() : issuerLacks(Entitlement.Kind.DELEGATION, handling);
        };
    }

    /**
     * Each activity that is not subcontracted has somebody, somebody leads, and everybody who takes part was attested on the day of the
     * engagement and still is.
     */
    private static Optional<Refusal> attested(Handling handling) {
        List<Assignment> staff = handling.dossier().staff().stream()
                .filter(assignment -> !assignment.isObserved())
                .toList();
        Set<String> unstaffed = new TreeSet<>(handling.situation().scopes());
        staff.forEach(assignment -> unstaffed.remove(assignment.activity()));
        handling.dossier().subcontracts().forEach(contract -> unstaffed.remove(contract.activity()));
        return staff.stream()
                .flatMap(assignment -> Stream.of(assignment.engagedOn(), handling.day())
                        .filter(day -> !assignment.isAttestedOn(day))
                        .map(day -> refusal("attestation-not-in-force")
                                .with("activity", assignment.activity())
                                .with("on", day.toString())))
                .findFirst()
                .or(() -> refuseIf(
                        !staff.isEmpty() && staff.stream().noneMatch(Assignment::isOfLeader), "leader-missing"))
                .or(() -> unstaffed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(refusal("attestation-missing").with("activities", String.join(", ", unstaffed))));
    }

    /** Why a laboratory may not evaluate the dossier that day; empty when it may. */
    private static Optional<Refusal> unfit(LaboratoryId id, Handling handling) {
        return handling.surroundings()
                .laboratory(id)
                .map(laboratory -> laboratory
                        .unfitFor(demand(handling))
                        .or(() -> Demands.unqualified(
                                laboratory, handling.conduct(), handling.situation(), handling.surroundings())))
                .orElseGet(() -> Optional.of(
                        Refusal.of("lab-unknown", Refusal.Kind.NOT_FOUND).with("laboratory", id.toString())));
    }

    /** Why an assigned laboratory is not competent on the day of this look, or all of them together do too little; empty when all is well. */
    public static Optional<Refusal> laboratoryCompetent(Handling handling) {
        return competent(handling.dossier().laboratories(), handling);
    }

    /** The same for laboratories that somebody would assign. */
    static Optional<Refusal> competent(List<LaboratoryId> laboratories, Handling handling) {
        return laboratories.stream()
                .flatMap(id -> unfit(id, handling).stream())
                .findFirst()
                .or(() -> laboratories.isEmpty() ? Optional.empty() : uncovered(laboratories, handling));
    }

    /**
     * Why the body that issues could not grant what the dossier asks on the day of this look, for want of a title; empty when it could. Whether
     * it was entitled to a certificate that it issued is not asked again: a delegation or an approval that ended took nothing back.
     */
    public static Optional<Refusal> issuerCompetent(Handling handling) {
        List<Move.Demanded> demands = handling.conduct().procedure().moves().stream()
                .filter(move -> move.decides()
                        .filter(kind -> kind.effect() == DecisionKind.Effect.NEW_VISA)
                        .isPresent())
                .flatMap(move -> move.guards().stream())
                .filter(demanded -> TITLES_OF_ISSUER.contains(demanded.guard()))
                .distinct()
                .toList();
        return refusal(demands, handling, handling.dossier().stage());
    }

    private static Optional<Refusal> uncovered(List<LaboratoryId> laboratories, Handling handling) {
        return Laboratory.uncovered(
                laboratories.stream()
                        .flatMap(id -> handling.surroundings().laboratory(id).stream())
                        .toList(),
                demand(handling));
    }

    private static Demand demand(Handling handling) {
        return Demands.of(handling.dossier(), handling.conduct(), handling.situation(), handling.day());
    }

    private static Optional<Refusal> sameLaboratory(Handling handling) {
        Set<LaboratoryId> former = former(handling);
        return refuseIf(
                !former.isEmpty()
                        && !former.equals(Set.copyOf(handling.dossier().laboratories())),
                "laboratory-not-the-former");
    }

    /** Why a laboratory is none of those that evaluated before; empty when it is, or when nobody did. */
    static Optional<Refusal> notAmongFormer(LaboratoryId id, Handling handling) {
        Set<LaboratoryId> former = former(handling);
        return refuseIf(!former.isEmpty() && !former.contains(id), "laboratory-not-the-former");
    }

    private static Set<LaboratoryId> former(Handling handling) {
        return handling.dossier()
                .opening()
                .about()
                .map(about -> Set.copyOf(handling.surroundings().evaluatorsOf(about)))
                .orElse(Set.of());
    }

    private static Optional<Refusal> open(Handling handling) {
        return question(handling, Question::isOpen, "question-open");
    }

    /** An answer that nobody accepted yet may be one that does not do. */
    private static Optional<Refusal> unsettled(Handling handling) {
        return question(handling, question -> !question.settled(), "question-unsettled");
    }

    private static Optional<Refusal> question(Handling handling, Predicate<Question> inTheWay, String code) {
        return handling.dossier().history().questions().stream()
                .filter(inTheWay)
                .findFirst()
                .map(question -> refusal(code).with("question", Integer.toString(question.number())));
    }

    private static Optional<Refusal> basesInForce(Handling handling) {
        return handling.dossier().application().bases().stream()
                .filter(base -> handling.surroundings()
                        .visa(base, handling.day())
                        .filter(other -> other.status() == VisaStatus.IN_FORCE)
                        .isEmpty())
                .findFirst()
                .map(base -> refusal("base-not-in-force").with("visa", base.toString()));
    }

    private static Optional<Refusal> subcontractorsQualified(Handling handling) {
        Optional<Level> asked = handling.situation().level().flatMap(handling.scheme()::level);
        for (Subcontract contract : handling.dossier().subcontracts()) {
            Optional<Surroundings.Other> other = handling.surroundings()
                    .visa(contract.visa(), handling.day())
                    .filter(visa -> visa.status() == VisaStatus.IN_FORCE)
                    .filter(visa -> visa.family().equals(handling.scheme().family()))
                    .filter(visa -> visa.scopes().contains(contract.activity()));
            if (other.isEmpty()) {
                return Optional.of(refusal("subcontractor-activity").with("activity", contract.activity()));
            }
            Optional<Level> has = other.get().level().flatMap(handling.scheme()::level);
            if (asked.isPresent()
                    && has.filter(level -> level.isAtLeast(asked.get())).isEmpty()) {
                return Optional.of(refusal("subcontractor-level")
                        .with("activity", contract.activity())
                        .with("asked", asked.get().id())
                        .with("has", has.map(Level::id).orElse("-")));
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> subcontractsAgreed(Handling handling) {
        return handling.dossier().subcontracts().stream()
                .flatMap(contract -> refuseIf(!contract.isContractedOn(handling.day()), "subcontract-not-in-place")
                        .or(() -> refuseIf(contract.agreedIn().isEmpty(), "subcontract-not-agreed"))
                        .map(refusal -> refusal.with("activity", contract.activity()))
                        .stream())
                .findFirst();
    }

    private static Optional<Refusal> issuerLacks(Entitlement.Kind kind, Handling handling) {
        return handling.surroundings()
                .certificationBody()
                .lacking(
                        kind,
                        new CertificationBody.Asked(
                                handling.scheme().id().scheme(),
                                handling.situation().level(),
                                handling.dossier().application().category(),
                                Demands.van(handling.situation()),
                                Demands.domain(handling.situation()),
                                handling.day()));
    }

    /** What a body without delegation needs (CSA Art. 56(6)(a)). */
    private static boolean isApprovedForThis(Handling handling) {
        return handling.conduct().procedure().approvals().stream()
                .filter(ApprovalType::entitlesIssuer)
                .anyMatch(type -> handling.situation().isApproved(type.id()));
    }

    private static Optional<Refusal> refuseIf(boolean refused, String code) {
        return refused ? Optional.of(refusal(code)) : Optional.empty();
    }

    private static Refusal refusal(String code) {
        return Refusal.of(code, Refusal.Kind.CONFLICT);
    }
}
