package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.application.deciding.ReadDecisions;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;
import org.sceau.registry.web.form.Obstacle;

/** Every open proposal that the reader may see, those that expire first first: about dossiers and about visas alone. */
@Named("decisionsDesk")
@RequestScoped
public class DecisionsDesk {
    private static final int MOST = 200;
    private static final int LONGEST = 120;
    /** Name of the form. */
    private static final String SUSPEND = "suspend";

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDecisions decisions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers dossiers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Decide deciding;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FreshFactor factor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ProposalForm form;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private @Nullable List<DecisionRow> rows;
    private @Nullable DecisionTarget target;

    /** Proposes a suspension, or leads straight to the visa whose reference was asked for. */
    public void open() throws IOException {
        if (!there() || sent.carryOut(this::suspend, this::words)) {
            return;
        }
        if (!found().isEmpty()) {
            FacesContext.getCurrentInstance().getExternalContext().redirect(found());
        }
    }

    /** Everything of it at once: what is urgent takes one form, and the second person sees it beside what is in force. */
    private String suspend(FormFields fields) {
        if (!fields.choice("act").equals(SUSPEND)) {
            throw Given.invalid("act", SUSPEND);
        }
        Visa visa = Slug.written(fields.text("visa", LONGEST))
                .map(slug -> decisions.visa(desk.actor(), slug))
                .orElseThrow(
                        () -> Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException());
        DecisionTarget read = DecisionTarget.of(visa, schemes, desk.dayOf(desk.now()));
        target = read;
        deciding.propose(factor.shownIn(fields), form.contentAsItStands(read, read.rule(DecisionKind.SUSPEND), fields));
        return addressOf(visa) + "?done=propose";
    }

    private Obstacle words(Refusal refused) {
        DecisionTarget known = target;
        return known == null ? sent.plain(refused) : new CaseWords(known.scheme(), desk).obstacle(refused);
    }

    /** Whether the reader may propose a suspension under some scheme. */
    public boolean maySuspend() {
        return there()
                && schemes.all().stream()
                        .anyMatch(scheme -> scheme.conduct()
                                .flatMap(conduct -> conduct.decision(DecisionKind.SUSPEND))
                                .filter(rule -> DecisionTarget.mayPropose(
                                        desk.actor(), scheme.id().scheme(), rule))
                                .isPresent());
    }

    /** The day of the house, as a field has it. */
    public String today() {
        return desk.dayOf(desk.now()).toString();
    }

    private String addressOf(Visa visa) {
        return desk.to("/desk/visas/" + visa.slug().value());
    }

    public boolean there() {
        return desk.mayReadDecisions();
    }

    public List<DecisionRow> rows() {
        List<DecisionRow> known = rows;
        if (known == null) {
            known = there()
                    ? decisions.open(desk.actor(), Optional.empty(), MOST).stream()
                            .map(this::row)
                            .toList()
                    : List.of();
            rows = known;
        }
        return known;
    }

    /** The reference that was asked for; empty when none was. */
    public String asked() {
        String asked = request.getParameter("visa");
        return asked == null || asked.length() > LONGEST || sent.isThere() ? "" : asked.strip();
    }

    /** Where that visa is decided about; empty where there is none. */
    public String found() {
        return wanted().map(this::addressOf).orElse("");
    }

    private Optional<Visa> wanted() {
        try {
            return Slug.written(asked()).map(slug -> decisions.visa(desk.actor(), slug));
        } catch (Refused none) {
            return Optional.empty();
        }
    }

    /** Those about visas alone: they are in no queue of dossiers. */
    public List<DecisionRow> aboutVisas() {
        return rows().stream()
                .filter(row -> row.address().contains("/desk/visas/"))
                .toList();
    }

    private DecisionRow row(Proposal proposal) {
        LocalDate today = desk.dayOf(desk.now());
        Optional<Visa> visa = decisions.visaOf(desk.actor(), proposal);
        Optional<DossierSight> dossier = proposal.content().dossier().flatMap(this::seen);
        return new DecisionRow(
                dossier.map(sight -> desk.to("/desk/dossiers/" + sight.dossier().id()))
                        .or(() -> visa.map(this::addressOf))
                        .orElse(desk.to("/desk/decisions")),
                dossier.map(sight -> sight.dossier().opening().number())
                        .or(() -> visa.map(known -> known.facts().reference().text()))
                        .orElse(""),
                proposal.content().kind().label().in(desk.locale()),
                dossier.map(sight -> sight.dossier().application().subject().name())
                        .or(() -> visa.map(known -> known.facts().subject().name()))
                        .orElse(""),
                proposal.proposer().name(),
                desk.days().shortDay(proposal.expires()),
                CaseWords.urgency(today, proposal.expires()),
                proposal.proposer().name().equals(desk.actor().name()));
    }

    /** A handler of complaints sees own proposals without their dossiers. */
    private Optional<DossierSight> seen(DossierId id) {
        try {
            return Optional.of(dossiers.one(desk.actor(), id, Optional.empty()));
        } catch (Refused unseen) {
            return Optional.empty();
        }
    }
}
