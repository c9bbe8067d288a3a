package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.deciding.ReadDecisions;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.evaluating.ReadQueue;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.handling.OpenActs;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;
import org.sceau.registry.web.form.Obstacle;

/**
 * One dossier on one page. What its forms send is done before the page is drawn; who did something is led to the page as it is then, so that
 * neither a reload nor the way back does it again.
 */
@Named("caseDesk")
@RequestScoped
public class CaseDesk {
    private static final int MOST_PROPOSALS = 200;
    private static final Set<String> DONE = Set.of(
            "step",
            "ask",
            "answer",
            "settle",
            "again",
            "conclude",
            "assign",
            "accept-assignment",
            "deposit",
            "hand-in",
            "plan",
            "person",
            "person-out",
            "contract",
            "contract-out",
            "approve",
            "reject",
            "retract",
            "propose",
            "approval-ask",
            "approval-back",
            "approval-answer",
            "approval-yes",
            "approval-no",
            "opened",
            "saved");

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers dossiers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadQueue queue;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDecisions decisions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OpenProposals open;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OpenDossier opening;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CaseActs acts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NamedVisas named;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalCalendar calendar;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable CaseSheet sheet;
    private List<GrantedVisa> visas = List.of();
    private List<Choice> types = List.of();
    private List<FindingLine> findings = List.of();
    private List<HandInLine> handIns = List.of();

    /** A visa that came of the dossier. */
    public record GrantedVisa(String reference, String address) {}

    /** Does what was sent, then reads what is shown. */
    public void open() {
        if (sent.carryOut(this::act, this::words)) {
            return;
        }
        try {
            read(id());
        } catch (Refused refused) {
            sheet = null;
            sent.refuse(words(refused.refusal()));
        }
    }

    private String act(FormFields fields) {
        String act = fields.choice("act");
        acts.perform(act, id(), fields);
        return (act.equals(CaseActs.DECLINES) ? desk.to("/desk/") : desk.address()) + "?done=" + act;
    }

    private DossierId id() {
        return DossierId.parse(desk.key());
    }

    private void read(DossierId id) {
        Actor actor = desk.actor();
        DossierSight sight = dossiers.one(actor, id, Optional.empty());
        CaseWords words = new CaseWords(sight.scheme(), desk);
        OpenActs may = dossiers.acts(actor, id);
        List<Proposal> known = Permission.READ_DECISIONS.isGrantedTo(actor)
                ? decisions.about(actor, id, Optional.empty(), MOST_PROPOSALS)
                : List.of();
        sheet = CaseSheets.of(
                new CaseSheets.Read(
                        sight,
                        queue.line(actor, sight),
                        dossiers.steps(actor, id),
                        may,
                        dossiers.checks(actor, id),
                        known,
                        may.assigns() ? Optional.of(dossiers.candidates(actor, id)) : Optional.empty(),
                        calendar.zone()),
                words,
                named);
        open.weigh(
                known.stream().filter(proposal -> proposal.isOpenOn(sight.day())),
                weighed -> ProposalSheets.of(weighed, sight.day(), who -> words.person(who, sight), words, schemes));
        handIns = dossiers.handIns(actor, id).stream()
                .map(all -> HandInLine.of(sight, all, words, Map.entry("", "")))
                .toList();
        types = sight.scheme().conduct().orElseThrow().procedure().documents().stream()
                .map(type -> Choice.of(type.id(), words.in(type.label())))
                .toList();
        findings = may.changes() ? FindingLine.of(opening.preflight(actor, id), sight.scheme(), words) : List.of();
        visas = dossiers.visasOf(actor, id).stream()
                .map(visa -> new GrantedVisa(
                        visa.facts().reference().text(), visa.facts().listed() ? desk.to("/visas/" + visa.slug()) : ""))
                .toList();
    }

    private Obstacle words(Refusal refused) {
        try {
            return new CaseWords(
                            dossiers.one(desk.actor(), id(), Optional.empty()).scheme(), desk)
                    .obstacle(refused);
        } catch (Refused unknown) {
            return sent.plain(refused);
        }
    }

    public boolean found() {
        return sheet != null;
    }

    public @Nullable CaseSheet sheet() {
        return sheet;
    }

    public List<GrantedVisa> visas() {
        return visas;
    }

    /** Steps that wait for nothing but what the reader may bring. */
    public List<HandInLine> handIns() {
        return handIns;
    }

    /** What stands in the way of sending an application that is with its applicant. */
    public List<FindingLine> blocking() {
        return findings.stream().filter(FindingLine::blocks).toList();
    }

    public List<FindingLine> later() {
        return findings.stream().filter(line -> !line.blocks()).toList();
    }

    public String verdict() {
        return desk.texts().say("preflight.verdict", blocking().size());
    }

    /** Title of the page. */
    public String heading() {
        return sheet == null ? desk.texts().say("case.title") : sheet.number() + ", " + sheet.title();
    }

    /** Every type of document that a question may be about. */
    public List<Choice> documentTypes() {
        return types;
    }

    public String checkCount() {
        return sheet == null
                ? ""
                : desk.texts()
                        .say(
                                "checks.count",
                                sheet.passed().size(),
                                sheet.checks().size());
    }

    public String passedCount() {
        return sheet == null
                ? ""
                : desk.texts().say("checks.passed", sheet.passed().size());
    }

    public String paperCount() {
        return sheet == null
                ? ""
                : desk.texts()
                        .say(
                                "papers.count",
                                sheet.papers().size(),
                                sheet.papers().stream()
                                        .filter(PaperLine::closed)
                                        .count());
    }

    public String eventCount() {
        return sheet == null
                ? ""
                : desk.texts().say("events.count", sheet.events().size());
    }

    /** What the reader's laboratory may declare, with what was typed where that was refused. */
    public List<FactField> plan() {
        if (sheet == null || sent.unfolded("plan") == null) {
            return sheet == null ? List.of() : sheet.forms().plan();
        }
        FormFields typed = FormFields.typed(request);
        return sheet.forms().plan().stream().map(field -> field.typed(typed)).toList();
    }

    /** What was just done, in words; empty when nothing was. */
    public String done() {
        return sent.done(DONE);
    }

    /** The step that the address asks to confirm. */
    public @Nullable MoveLine asked() {
        CaseSheet known = sheet;
        String step = request.getParameter("ask");
        return known == null || step == null
                ? null
                : known.moves().stream()
                        .filter(move -> move.step().equals(step) && move.open() && !move.proposed())
                        .findFirst()
                        .orElse(null);
    }
}
