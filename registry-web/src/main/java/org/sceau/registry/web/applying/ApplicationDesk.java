package org.sceau.registry.web.applying;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.casework.CaseWords;
import org.sceau.registry.web.casework.FindingLine;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;
import org.sceau.registry.web.form.Obstacle;

/**
 * The second of three screens: what is applied for, in a form that the scheme's definition draws, beside everything that still stands in the
 * way of sending it. What is typed is saved as it is typed, by a script where there is one.
 */
@Named("applicationDesk")
@RequestScoped
public class ApplicationDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers dossiers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HandleDossier handling;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OpenDossier opening;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ApplicationForms forms;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable DossierSight sight;
    private @Nullable ApplicationForm form;
    private List<FindingLine> findings = List.of();
    private boolean saved;
    private boolean closed;

    /** Saves what was sent, then reads what is shown. */
    public void open() {
        DossierId id = DossierId.parse(desk.key());
        try {
            DossierSight known = dossiers.one(desk.actor(), id, Optional.empty());
            sight = known;
            closed = !dossiers.acts(desk.actor(), id).changes();
            if (closed || sent.carryOut(fields -> save(id, known, fields), this::words)) {
                return;
            }
            if (sent.refusal() == null) {
                read(id);
            } else {
                CaseWords words = new CaseWords(known.scheme(), desk);
                form = forms.of(known, words).typed(FormFields.typed(request));
                findings = findings(id, words);
            }
        } catch (Refused refused) {
            sent.refuse(words(refused.refusal()));
        }
    }

    private void read(DossierId id) {
        DossierSight now = dossiers.one(desk.actor(), id, Optional.empty());
        sight = now;
        CaseWords words = new CaseWords(now.scheme(), desk);
        form = forms.of(now, words);
        findings = findings(id, words);
    }

    private String save(DossierId id, DossierSight known, FormFields fields) {
        Application wanted = forms.application(known, new CaseWords(known.scheme(), desk), fields);
        OptionalLong seen = OptionalLong.of(fields.number("seen"));
        if (!wanted.equals(known.dossier().application())) {
            handling.changeApplication(desk.actor(), id, seen, wanted);
        }
        saved = true;
        return fields.yes("on") ? back() + "?done=saved" : "";
    }

    private List<FindingLine> findings(DossierId id, CaseWords words) {
        DossierSight known = java.util.Objects.requireNonNull(sight);
        return FindingLine.of(opening.preflight(desk.actor(), id), known.scheme(), words);
    }

    private Obstacle words(Refusal refused) {
        DossierSight known = sight;
        return known == null ? sent.plain(refused) : new CaseWords(known.scheme(), desk).obstacle(refused);
    }

    /** Whether the dossier is there, and what is asked for cannot be changed by the reader, now or at all. */
    public boolean closed() {
        return closed && form == null;
    }

    public boolean found() {
        return form != null;
    }

    public @Nullable ApplicationForm form() {
        return form;
    }

    /** What stands in the way of sending it. */
    public List<FindingLine> blocking() {
        return findings.stream().filter(FindingLine::blocks).toList();
    }

    /** What a later step will be refused for. */
    public List<FindingLine> later() {
        return findings.stream().filter(line -> !line.blocks()).toList();
    }

    public String verdict() {
        return desk.texts().say("preflight.verdict", blocking().size());
    }

    /** When it was saved, or that it was not; empty before the first time. */
    public String state() {
        return saved && sent.refusal() == null ? desk.texts().say("application.saved", desk.moment(desk.now())) : "";
    }

    public String number() {
        return sight == null ? "" : sight.dossier().opening().number();
    }

    public String scheme() {
        return sight == null ? "" : new CaseWords(sight.scheme(), desk).version();
    }

    public String title() {
        return sight == null ? "" : sight.dossier().application().subject().name();
    }

    public String back() {
        return desk.to("/desk/dossiers/" + desk.key());
    }
}
