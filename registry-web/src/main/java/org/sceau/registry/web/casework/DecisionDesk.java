package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.application.deciding.ReadDecisions;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;
import org.sceau.registry.web.form.Obstacle;

/** Where a decision about a dossier or a visa is proposed: the first of the four eyes. The form has what the row of the scheme asks for. */
@Named("decisionDesk")
@RequestScoped
public class DecisionDesk {
    private static final String VISAS = "/desk/visas/";

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers dossiers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDecisions decisions;

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

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable DecisionTarget target;
    private @Nullable DecisionRule rule;

    /** Reads what is decided about, and proposes it where the form was sent. */
    public void open() {
        try {
            DecisionTarget read = read();
            target = read;
            rule = kind().flatMap(kind -> read.scheme().conduct().orElseThrow().decision(kind))
                    .filter(wanted -> DecisionTarget.mayPropose(
                            desk.actor(), read.scheme().id().scheme(), wanted))
                    .filter(wanted -> sent.isThere() || isDecidedHere(read, wanted))
                    .orElse(null);
            DecisionRule wanted = rule;
            if (wanted != null) {
                sent.carryOut(fields -> propose(read, wanted, fields), this::words);
            }
        } catch (Refused refused) {
            sent.refuse(words(refused.refusal()));
        }
    }

    private DecisionTarget read() {
        if (desk.isBelow(VISAS)) {
            return DecisionTarget.of(
                    decisions.visa(desk.actor(), new Slug(desk.key())), schemes, desk.dayOf(desk.now()));
        }
        DossierId id = DossierId.parse(desk.key());
        DossierSight sight = dossiers.one(desk.actor(), id, Optional.empty());
        boolean changes = kind().filter(kind -> kind.effect() == DecisionKind.Effect.SAME_VISA || kind.isReissue())
                .isPresent();
        return new DecisionTarget(
                sight.scheme(),
                sight.day(),
                Optional.of(sight),
                changes ? dossiers.visaOf(desk.actor(), id) : Optional.empty());
    }

    /** Who sends the form of a stage that the dossier has left is told so, and keeps what was typed. About a visa the use case says it. */
    private static boolean isDecidedHere(DecisionTarget read, DecisionRule wanted) {
        return read.dossier()
                .map(sight -> read
                        .scheme()
                        .conduct()
                        .orElseThrow()
                        .procedure()
                        .movesFrom(
                                sight.dossier().stage(),
                                sight.dossier().opening().kind())
                        .stream()
                        .anyMatch(move ->
                                move.decides().filter(wanted.kind()::equals).isPresent()))
                .orElse(true);
    }

    private String propose(DecisionTarget read, DecisionRule wanted, FormFields fields) {
        deciding.propose(factor.shownIn(fields), form.content(read, wanted, fields));
        return back() + "?done=propose";
    }

    private Optional<DecisionKind> kind() {
        String asked = request.getParameter("kind");
        return Arrays.stream(DecisionKind.values())
                .filter(kind -> kind.code().equals(asked))
                .findFirst();
    }

    private Obstacle words(Refusal refused) {
        DecisionTarget known = target;
        return known == null ? sent.plain(refused) : new CaseWords(known.scheme(), desk).obstacle(refused);
    }

    /** Whether there is something to decide on this page. */
    public boolean found() {
        return target != null && rule != null;
    }

    public String kindCode() {
        return rule == null ? "" : rule.kind().code();
    }

    public String title() {
        return rule == null
                ? ""
                : desk.texts().say("propose.title", rule.kind().label().in(desk.locale()));
    }

    public String ground() {
        return rule == null ? "" : rule.ground().in(desk.locale()) + " · " + rule.source();
    }

    public String number() {
        return target == null ? "" : target.reference();
    }

    public String subject() {
        return target == null ? "" : target.subject();
    }

    public String back() {
        return desk.to((desk.isBelow(VISAS) ? VISAS : "/desk/dossiers/") + desk.key());
    }

    /** Whether conditions were typed into a form that was refused: they are in sight then. */
    public boolean typedClauses() {
        ProposalFields fields = sent.refusal() == null ? null : fields();
        return fields != null
                && fields.clauses().stream()
                        .anyMatch(row -> !row.fr().isEmpty() || !row.en().isEmpty());
    }

    /** The fields, as the scheme asks for them; absent where nothing is decided here. */
    public @Nullable ProposalFields fields() {
        DecisionTarget known = target;
        DecisionRule wanted = rule;
        return known == null || wanted == null
                ? null
                : form.fields(known, wanted, new CaseWords(known.scheme(), desk), sent.refusal() != null);
    }
}
