package org.sceau.registry.domain.dossier.handling;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.publication.ReportSections;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;

/** What is put into a dossier between its moves: the application itself, documents, conclusions, laboratories, staff. */
public final class Filing {
    private static final Set<Phase> APPLYING = EnumSet.of(Phase.PREPARATION, Phase.EXAMINATION);

    private Filing() {}

    /**
     * Changes what is asked for: by the applicant, while the ball is there and nothing was accepted. What others approved was the former
     * application: each request for an approval is taken back with it (EUCC Art. 7(3)-(4), CSA Art. 56(6)(a)). What the laboratory declared
     * stays as it is.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code not-open-for-changes}, {@code fact-not-yours} for another plan than the
     *     laboratory's, or a right that is missing
     */
    public static Dossier change(Handling handling, Application application, Person person) {
        require(Rights.refusal(handling, person, Set.of(Role.SPONSOR)));
        requireWithApplicant(handling);
        Dossier dossier = handling.dossier();
        Procedure procedure = handling.conduct().procedure();
        require(Stating.foreign(procedure, application, dossier.application().facts()));
        return dossier.asking(Stating.beside(procedure, application, dossier.application()), person, handling.at());
    }

    /**
     * Replaces the persons and subcontracts shown as evidence; by the applicant like {@link #change}, and by the laboratory while it evaluates:
     * what was reviewed and decided on is what it concluded about (invariants 44, 45).
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code staff-not-in-version} where nothing of the scheme looks at either, {@code
     *     not-open-for-changes}, or a right that is missing
     */
    public static Dossier staff(
            Handling handling, List<Assignment> staff, List<Subcontract> subcontracts, Person person) {
        require(Rights.refusal(handling, person, Set.of(Role.SPONSOR, Role.EVALUATOR)));
        if (!handling.conduct().procedure().asksForStaff()) {
            throw Refusal.of("staff-not-in-version", Refusal.Kind.INVALID).asException();
        }
        if (!isStaffedBy(person.role(), handling)) {
            throw notOpen(handling).asException();
        }
        return handling.dossier().staffed(staff, subcontracts, person, handling.at());
    }

    /**
     * Deposits a document.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code document-not-in-version}, {@code dossier-ended}, {@code document-judged} where a conclusion about it stands that is not taken here, {@code
     *     section-not-in-version}, {@code sanitised-needs-own-id}, {@code sanitised-same-bytes}, or a right that is missing
     */
    public static Dossier deposit(Handling handling, Deposit deposit) {
        DocumentType type = handling.conduct()
                .procedure()
                .document(deposit.type())
                .orElseThrow(() -> Refusal.of("document-not-in-version", Refusal.Kind.INVALID)
                        .with("document", deposit.type())
                        .asException());
        require(Rights.refusal(handling, deposit.by(), type.by()));
        // What is published may follow the grant: a translation for the agency (EUCC Art. 42(2)).
        if (type.publishedAs().isEmpty() || stage(handling).phase() != Phase.GRANTED) {
            requireNotEnded(handling);
        }
        require(Judged.closed(handling.dossier(), handling.conduct().procedure(), type.id()));
        require(ReportSections.unknown(handling.scheme(), deposit));
        require(Sanitised.refusal(handling, type, deposit));
        Dossier dossier = handling.dossier();
        return dossier.after(deposit.by(), handling.at(), dossier.history().depositing(deposit));
    }

    /**
     * Records a conclusion.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code conclusion-not-in-version}, {@code conclusion-not-now}, {@code document-missing}
     *     where nothing of what it judges is there, the code of a guard without which it cannot be favourable, or a right that is missing
     */
    public static Dossier conclude(Handling handling, Conclusion conclusion) {
        ConclusionType type = handling.conduct()
                .procedure()
                .conclusion(conclusion.type())
                .orElseThrow(() -> Refusal.of("conclusion-not-in-version", Refusal.Kind.INVALID)
                        .with("conclusion", conclusion.type())
                        .asException());
        require(Rights.refusal(handling, conclusion.by(), type.by()));
        Dossier dossier = handling.dossier();
        if (!type.at().contains(dossier.stage())) {
            throw Refusal.of("conclusion-not-now", Refusal.Kind.CONFLICT)
                    .with("conclusion", type.id())
                    .with("stage", dossier.stage())
                    .with("at", String.join(", ", type.at()))
                    .asException();
        }
        requireSomethingJudged(handling, type);
        if (conclusion.favourable()) {
            Guards.refusal(type.needs(), handling, dossier.stage()).ifPresent(refusal -> {
                throw refusal.asException();
            });
        }
        return dossier.after(conclusion.by(), handling.at(), dossier.history().concluding(conclusion));
    }

    private static void requireSomethingJudged(Handling handling, ConclusionType type) {
        if (!hasSomethingJudged(handling, type)) {
            throw Refusal.of("document-missing", Refusal.Kind.CONFLICT)
                    .with("conclusion", type.id())
                    .with("document", String.join(", ", type.about()))
                    .asException();
        }
    }

    /** Whether something is there that a conclusion of this type judges. */
    static boolean hasSomethingJudged(Handling handling, ConclusionType type) {
        return type.about().isEmpty()
                || type.about().stream()
                        .anyMatch(document -> handling.situation().hasDocument(document, Optional.empty()));
    }

    /**
     * Assigns laboratories. Each must be competent that day for what is asked, and all together for what they share; a re-assessment goes to
     * the former ones. Where one is no longer among them, the plan goes with it.
     *
     * @throws org.sceau.registry.domain.refusal.Refused a {@code lab-…} code ({@code lab-not-foreseen} where nobody evaluates), {@code laboratory-not-the-former}, {@code
     *     not-open-for-changes} after the evaluation, or a right that is missing
     */
    public static Dossier assign(Handling handling, List<LaboratoryId> laboratories, Person person) {
        require(Rights.refusal(handling, person, Set.of(Role.CERTIFIER)));
        require(evaluationOver(handling));
        require(laboratories.isEmpty() ? Optional.empty() : unevaluated(handling));
        require(Guards.competent(laboratories, handling));
        Dossier assigned =
                Stating.forgotten(handling, handling.dossier().assigning(laboratories, person, handling.at()), person);
        if (staysWithFormer(handling)) {
            Handling then =
                    new Handling(assigned, handling.scheme(), handling.surroundings(), handling.at(), handling.day());
            require(Guards.refusal(Guard.SAME_LABORATORY, then, assigned.stage()));
        }
        return assigned;
    }

    /**
     * Why a laboratory could not be assigned on the day of this look; empty when it could, if need be with the others of the former
     * evaluation. One that needs others beside it for what laboratories may share is not proposed: its own scope covers every activity
     * (invariant 70).
     */
    public static Optional<Refusal> unfit(Handling handling, LaboratoryId laboratory) {
        return evaluationOver(handling)
                .or(() -> unevaluated(handling))
                .or(() -> Guards.competent(List.of(laboratory), handling))
                .or(() -> staysWithFormer(handling) ? Guards.notAmongFormer(laboratory, handling) : Optional.empty());
    }

    private static Optional<Refusal> evaluationOver(Handling handling) {
        return stage(handling).phase().compareTo(Phase.EVALUATION) > 0
                ? Optional.of(notOpen(handling))
                : Optional.empty();
    }

    /** A follow-up that nobody evaluates has no laboratory: what a report of one would be worth is not said. */
    private static Optional<Refusal> unevaluated(Handling handling) {
        return handling.conduct()
                .followUp(handling.dossier().opening().kind())
                .filter(row -> row.laboratory() == FollowUp.LaboratoryChoice.NONE)
                .map(row -> Refusal.of("lab-not-foreseen", Refusal.Kind.CONFLICT)
                        .with("kind", row.kind().code())
                        .with("source", row.source()));
    }

    private static boolean staysWithFormer(Handling handling) {
        return handling.conduct()
                .followUp(handling.dossier().opening().kind())
                .filter(row -> row.laboratory() == FollowUp.LaboratoryChoice.SAME)
                .isPresent();
    }

    static Stage stage(Handling handling) {
        String id = handling.dossier().stage();
        return handling.conduct()
                .procedure()
                .stage(id)
                .orElseThrow(() -> new IllegalStateException(
                        "no stage " + id + " in " + handling.scheme().id()));
    }

    static void requireNotEnded(Handling handling) {
        if (stage(handling).phase().isEnd()) {
            throw Refusal.of("dossier-ended", Refusal.Kind.CONFLICT)
                    .with("stage", handling.dossier().stage())
                    .asException();
        }
    }

    static void require(Optional<Refusal> refusal) {
        refusal.ifPresent(refused -> {
            throw refused.asException();
        });
    }

    private static void requireWithApplicant(Handling handling) {
        if (!isWithApplicant(handling)) {
            throw notOpen(handling).asException();
        }
    }

    /** Whether the applicant has the ball and nothing was accepted yet. */
    static boolean isWithApplicant(Handling handling) {
        Stage stage = stage(handling);
        return APPLYING.contains(stage.phase())
                && stage.holder().filter(Role.SPONSOR::equals).isPresent();
    }

    /** Whether laboratories can still be assigned: the evaluation is not over, and there is one. */
    static boolean assignable(Handling handling) {
        return evaluationOver(handling).or(() -> unevaluated(handling)).isEmpty();
    }

    /** Whether persons and subcontracts are shown by this role at this stage. */
    static boolean isStaffedBy(Role role, Handling handling) {
        Stage stage = stage(handling);
        return role == Role.SPONSOR
                ? isWithApplicant(handling)
                : stage.phase() == Phase.EVALUATION
                        && stage.holder().filter(Role.EVALUATOR::equals).isPresent();
    }

    static Refusal notOpen(Handling handling) {
        return Refusal.of("not-open-for-changes", Refusal.Kind.CONFLICT)
                .with("stage", handling.dossier().stage());
    }
}
