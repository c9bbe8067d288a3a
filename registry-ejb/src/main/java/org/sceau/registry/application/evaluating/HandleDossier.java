package org.sceau.registry.application.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.dossier.handling.Approving;
import org.sceau.registry.domain.dossier.handling.Engaging;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Moves;
import org.sceau.registry.domain.dossier.handling.Questioning;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.rule.FactValue;

/** Everything that people do with an open dossier, one act each. The rules are in the domain; the record is in {@link DossierActs}. */
@ApplicationScoped
public class HandleDossier {
    private final DossierActs acts;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HandleDossier() {
        this(null);
    }

    @Inject
    public HandleDossier(DossierActs acts) {
        this.acts = acts;
    }

    /** Takes a step of the procedure; see {@link Moves#take}. */
    public Dossier takeStep(Actor actor, DossierId id, OptionalLong seen, String step, Optional<String> reason) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "step",
                (look, person) -> Moves.take(look, step, person, reason));
    }

    /** Changes what is asked for; see {@link Filing#change}. */
    public Dossier changeApplication(Actor actor, DossierId id, OptionalLong seen, Application application) {
        return acts.act(actor, Permission.HANDLE_DOSSIER, id, seen, "application", (look, person) -> {
            acts.requireShown(application.bases(), look.dossier().parties().sponsor());
            return Filing.change(look, application, person);
        });
    }

    /** Replaces what the laboratory declares; see {@link Stating#state}. */
    public Dossier state(Actor actor, DossierId id, OptionalLong seen, Map<String, FactValue> facts) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "facts",
                (look, person) -> Stating.state(look, facts, person));
    }

    /** Replaces the persons and subcontracts shown as evidence; see {@link Filing#staff}. */
    public Dossier showStaff(
            Actor actor, DossierId id, OptionalLong seen, List<Assignment> staff, List<Subcontract> subcontracts) {
        return acts.act(actor, Permission.HANDLE_DOSSIER, id, seen, "staff", (look, person) -> {
            acts.requireShown(
                    subcontracts.stream().map(Subcontract::visa).toList(),
                    look.dossier().parties().sponsor());
            return Filing.staff(look, staff, subcontracts, person);
        });
    }

    /** A document as its depositor describes it. */
    public record Paper(
            String type,
            String title,
            String language,
            Optional<String> edition,
            List<String> sections,
            String sha256,
            long size) {}

    /** Deposits a document; see {@link Filing#deposit}. */
    public Dossier deposit(Actor actor, DossierId id, OptionalLong seen, Paper paper) {
        UUID document = UUID.randomUUID();
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "document",
                (look, person) -> Filing.deposit(
                        look,
                        new Deposit(
                                document,
                                paper.type(),
                                paper.title(),
                                paper.language(),
                                paper.edition(),
                                paper.sections(),
                                paper.sha256(),
                                paper.size(),
                                person,
                                look.at())));
    }

    /** Records a conclusion; see {@link Filing#conclude}. */
    public Dossier conclude(
            Actor actor, DossierId id, OptionalLong seen, String type, boolean favourable, String grounds) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "conclusion",
                (look, person) -> Filing.conclude(look, new Conclusion(type, favourable, grounds, person, look.at())));
    }

    /** Assigns laboratories; see {@link Filing#assign}. */
    public Dossier assign(Actor actor, DossierId id, OptionalLong seen, List<LaboratoryId> laboratories) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "laboratories",
                (look, person) -> Filing.assign(look, laboratories, person));
    }

    /**
     * Accepts an assignment, or declines it; see {@link Engaging#answer}. Whoever declined no longer sees the dossier.
     *
     * @param declined why; absent to accept
     */
    public Dossier answerAssignment(Actor actor, DossierId id, OptionalLong seen, Optional<String> declined) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                declined.isEmpty() ? "assignment-accepted" : "assignment-declined",
                (look, person) -> Engaging.answer(look, declined, person));
    }

    /** Asks for an approval; see {@link Approving#ask}. */
    public Dossier askApproval(
            Actor actor,
            DossierId id,
            OptionalLong seen,
            String type,
            String justification,
            Optional<LocalDate> until) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "approval-asked",
                (look, person) -> Approving.ask(look, type, justification, until, person));
    }

    /** Takes a request for an approval back; see {@link Approving#takeBack}. */
    public Dossier takeApprovalBack(Actor actor, DossierId id, OptionalLong seen, String type) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "approval-taken-back",
                (look, person) -> Approving.takeBack(look, type, person));
    }

    /** Gives or denies an approval, or proposes to; see {@link Approving#answer}. */
    public Dossier answerApproval(
            Actor actor, DossierId id, OptionalLong seen, String type, boolean given, LocalDate day, String grounds) {
        return acts.act(
                actor,
                Permission.ANSWER_APPROVALS,
                id,
                seen,
                "approval-answered",
                (look, person) -> Approving.answer(look, type, given, day, grounds, person, CanonicalRecord::digest));
    }

    /** Approves a proposed answer; see {@link Approving#approve}. */
    public Dossier approveAnswer(Actor actor, DossierId id, OptionalLong seen, String type, String digest) {
        return acts.act(
                actor,
                Permission.ANSWER_APPROVALS,
                id,
                seen,
                "approval-answer-approved",
                (look, person) -> Approving.approve(look, type, digest, person));
    }

    /** Rejects a proposed answer; see {@link Approving#reject}. */
    public Dossier rejectAnswer(
            Actor actor, DossierId id, OptionalLong seen, String type, String digest, String grounds) {
        return acts.act(
                actor,
                Permission.ANSWER_APPROVALS,
                id,
                seen,
                "approval-answer-rejected",
                (look, person) -> Approving.reject(look, type, digest, grounds, person));
    }

    /** Asks a question; see {@link Questioning#ask}. */
    public Dossier ask(
            Actor actor,
            DossierId id,
            OptionalLong seen,
            Role to,
            Optional<String> document,
            Optional<String> section,
            String text,
            LocalDate due) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "question",
                (look, person) -> Questioning.ask(look, to, document, section, text, due, person));
    }

    /** Answers a question; see {@link Questioning#answer}. */
    public Dossier answer(Actor actor, DossierId id, OptionalLong seen, int question, String text) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "answer",
                (look, person) -> Questioning.answer(look, question, text, person));
    }

    /** Asks again; see {@link Questioning#askAgain}. */
    public Dossier askAgain(Actor actor, DossierId id, OptionalLong seen, int question, String text, LocalDate due) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "question",
                (look, person) -> Questioning.askAgain(look, question, text, due, person));
    }

    /** Settles a question; see {@link Questioning#settle}. */
    public Dossier settle(Actor actor, DossierId id, OptionalLong seen, int question) {
        return acts.act(
                actor,
                Permission.HANDLE_DOSSIER,
                id,
                seen,
                "settled",
                (look, person) -> Questioning.settle(look, question, person));
    }

    /** A dossier as it is known now, or was at an instant. */
    public Dossiers.Recorded read(Actor actor, DossierId id, Optional<Instant> knownAt) {
        return acts.read(actor, id, knownAt);
    }
}
