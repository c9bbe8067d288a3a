package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.application.deciding.ReadDecisions;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Engagement;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.FormFields;

/** Does what a form of a dossier's page asks for: each by the name of its act, through the use case that has the rules. */
@RequestScoped
public class CaseActs {
    /** After it the dossier is no longer the reader's to see. */
    static final String DECLINES = "decline-assignment";

    private static final int LONGEST_TEXT = StageEntry.MAX_REASON;
    private static final int LONGEST_ID = 100;
    private static final int MOST_CONCLUSIONS = 10;
    /** Acts that ask for a factor that was shown just now; who has none fresh shows it in the same form. */
    private static final Set<String> GUARDED =
            Set.of("approve", "reject", "retract", "approval-answer", "approval-yes", "approval-no");

    private static final Set<String> DECIDING = Set.of("approve", "reject", "retract");

    @Inject
    @SuppressWarnings("NullAway.Init")
    HandleDossier handling;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers dossiers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Decide deciding;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDecisions decisions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SentFile files;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FreshFactor factor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalCalendar calendar;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ShownStaff staff;

    /**
     * @param act name of the form
     * @throws org.sceau.registry.domain.refusal.Refused as the use cases do, and {@code field-missing}, {@code field-invalid}
     */
    void perform(String act, DossierId id, FormFields fields) {
        Actor actor = GUARDED.contains(act) ? factor.shownIn(fields) : desk.actor();
        if (act.startsWith("approval-")) {
            approval(act, actor, id, fields);
        } else if (GUARDED.contains(act)) {
            decide(act, actor, content -> content.dossier().filter(id::equals).isPresent(), fields);
        } else if (ShownStaff.ACTS.contains(act)) {
            staff.perform(act, actor, id, fields);
        } else {
            handle(act, actor, id, fields);
        }
    }

    /**
     * The second word about a proposal that is about a visa alone, or taking it back.
     *
     * @throws org.sceau.registry.domain.refusal.Refused as the use cases do; {@code proposal-unknown} also for one about anything else
     */
    void decide(String act, VisaId about, FormFields fields) {
        if (!DECIDING.contains(act)) {
            throw Given.invalid("act", "approve, reject, retract");
        }
        decide(
                act,
                factor.shownIn(fields),
                content -> content.dossier().isEmpty()
                        && content.visa().filter(about::equals).isPresent(),
                fields);
    }

    private void handle(String act, Actor actor, DossierId id, FormFields fields) {
        OptionalLong seen = OptionalLong.of(fields.number("seen"));
        switch (act) {
            case "step" ->
                handling.takeStep(
                        actor, id, seen, fields.text("step", LONGEST_ID), fields.optional("reason", LONGEST_TEXT));
            case "ask" ->
                handling.ask(
                        actor,
                        id,
                        seen,
                        Given.one("to", fields.choice("to"), Role.values(), Role::code),
                        fields.optional("document", LONGEST_ID),
                        fields.optional("section", LONGEST_ID),
                        fields.text("text", LONGEST_TEXT),
                        fields.day("due"));
            case "answer" ->
                handling.answer(actor, id, seen, fields.number("question"), fields.text("text", LONGEST_TEXT));
            case "settle" -> handling.settle(actor, id, seen, fields.number("question"));
            case "again" ->
                handling.askAgain(
                        actor,
                        id,
                        seen,
                        fields.number("question"),
                        fields.text("text", LONGEST_TEXT),
                        fields.day("due"));
            case "conclude" ->
                handling.conclude(
                        actor,
                        id,
                        seen,
                        fields.choice("type"),
                        favourable(fields, "favourable"),
                        fields.text("grounds", LONGEST_TEXT));
            case "assign" -> handling.assign(actor, id, seen, laboratories(fields));
            case "accept-assignment" -> handling.answerAssignment(actor, id, seen, Optional.empty());
            case DECLINES ->
                handling.answerAssignment(actor, id, seen, Optional.of(fields.text("reason", Engagement.MAX_REASON)));
            case "deposit" -> handling.deposit(actor, id, seen, files.described(fields));
            case "hand-in" -> handIn(actor, id, seen, fields);
            case "plan" -> handling.state(actor, id, seen, stated(actor, id, fields));
            default ->
                throw Given.invalid(
                        "act",
                        "step, ask, answer, settle, again, conclude, assign, accept-assignment, decline-assignment, deposit, hand-in, plan, person, contract");
        }
    }

    /** What the form says of all that the laboratory may declare under the scheme of the dossier. */
    private Map<String, FactValue> stated(Actor actor, DossierId id, FormFields fields) {
        SchemeVersion scheme = dossiers.one(actor, id, Optional.empty()).scheme();
        return new FactFields(new CaseWords(scheme, desk), calendar.zone())
                .read(Stating.of(scheme.conduct().orElseThrow().procedure()), fields);
    }

    /**
     * A document, what is concluded of it, and the step that waited for both. Nothing is deposited unless the step waits for this document and this
     * person; what was done before a later one of the three is refused stays done.
     *
     * @throws org.sceau.registry.domain.refusal.Refused as {@link ReadDossiers#requireHandIn} before anything is done
     */
    private void handIn(Actor actor, DossierId id, OptionalLong seen, FormFields fields) {
        String step = fields.text("step", LONGEST_ID);
        List<Said> conclusions = fields.choices("conclusion").stream()
                .limit(MOST_CONCLUSIONS)
                .map(type -> new Said(
                        type, favourable(fields, "favourable-" + type), fields.text("grounds-" + type, LONGEST_TEXT)))
                .toList();
        HandleDossier.Paper paper = files.described(fields);
        dossiers.requireHandIn(
                actor,
                id,
                step,
                paper.type(),
                conclusions.stream().collect(Collectors.toMap(Said::type, Said::favourable, (one, other) -> other)));
        long version = handling.deposit(actor, id, seen, paper).version();
        for (Said said : conclusions) {
            version = handling.conclude(
                            actor, id, OptionalLong.of(version), said.type(), said.favourable(), said.grounds())
                    .version();
        }
        handling.takeStep(actor, id, OptionalLong.of(version), step, Optional.empty());
    }

    private record Said(String type, boolean favourable, String grounds) {}

    private static boolean favourable(FormFields fields, String field) {
        return Given.one("favourable", fields.choice(field), new String[] {"yes", "no"}, word -> word)
                .equals("yes");
    }

    private static List<LaboratoryId> laboratories(FormFields fields) {
        return fields.choices("laboratory").stream()
                .map(id -> Given.id(id, LaboratoryId::new, "lab-unknown"))
                .toList();
    }

    private void approval(String act, Actor actor, DossierId id, FormFields fields) {
        OptionalLong seen = OptionalLong.of(fields.number("seen"));
        String type = fields.choice("type");
        switch (act) {
            case "approval-ask" ->
                handling.askApproval(
                        actor, id, seen, type, fields.text("grounds", LONGEST_TEXT), fields.optionalDay("until"));
            case "approval-back" -> handling.takeApprovalBack(actor, id, seen, type);
            case "approval-answer" ->
                handling.answerApproval(
                        actor,
                        id,
                        seen,
                        type,
                        Given.one("given", fields.choice("given"), new String[] {"yes", "no"}, word -> word)
                                .equals("yes"),
                        fields.day("day"),
                        fields.text("grounds", LONGEST_TEXT));
            case "approval-yes" -> handling.approveAnswer(actor, id, seen, type, fields.choice("digest"));
            case "approval-no" ->
                handling.rejectAnswer(
                        actor, id, seen, type, fields.choice("digest"), fields.text("grounds", LONGEST_TEXT));
            default -> throw Given.invalid("act", "approval-ask, -back, -answer, -yes, -no");
        }
    }

    /** @param here whether a proposal is of this page: it says nothing about others */
    private void decide(String act, Actor actor, Predicate<DecisionContent> here, FormFields fields) {
        ProposalId proposal = Given.id(fields.choice("proposal"), ProposalId::new, "proposal-unknown");
        if (!here.test(decisions.one(actor, proposal).content())) {
            throw Refusal.of("proposal-unknown", Refusal.Kind.NOT_FOUND).asException();
        }
        switch (act) {
            case "approve" ->
                deciding.approve(
                        actor,
                        proposal,
                        fields.choice("digest"),
                        fields.optional("grounds", LONGEST_TEXT).orElse(""));
            case "reject" ->
                deciding.reject(actor, proposal, fields.choice("digest"), fields.text("grounds", LONGEST_TEXT));
            default -> deciding.retract(actor, proposal, OptionalLong.of(fields.number("seen")));
        }
    }
}
