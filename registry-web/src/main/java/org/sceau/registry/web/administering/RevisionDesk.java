package org.sceau.registry.web.administering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.revising.ReviseSchemes;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.revision.Revision;
import org.sceau.registry.web.casework.FreshFactor;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;
import org.sceau.registry.web.form.Obstacle;

/**
 * One edition of a definition, still a file of the folder or on record: what it changes, and the words of the two administrators. A form
 * that is sent twice by whoever did what it asks for leads on as the first time, and does nothing more.
 */
@Named("revisionDesk")
@RequestScoped
public class RevisionDesk {
    private static final int LONGEST_GROUNDS = 2000;
    private static final int SHOWN_OF_DIGEST = 12;
    private static final String PROPOSE = "revision-propose";
    private static final String APPROVE = "revision-approve";
    private static final String REJECT = "revision-reject";

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReviseSchemes revising;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FreshFactor factor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private @Nullable EditionSheet sheet;

    /** Does what was sent, then reads what is shown. */
    public void open() {
        if (sent.carryOut(this::act, words()::obstacle)) {
            return;
        }
        try {
            sheet = desk.isBelow(EditionWords.FILES)
                    ? EditionSheet.of(revising.candidate(desk.actor(), desk.key()), words())
                    : EditionSheet.of(revising.read(desk.actor(), desk.key()), words());
        } catch (Refused refused) {
            if (sent.refusal() == null) {
                sent.refuse(words().obstacle(refused.refusal()));
            }
        }
    }

    private String act(FormFields fields) {
        String act = Given.one("act", fields.choice("act"), new String[] {PROPOSE, APPROVE, REJECT}, name -> name);
        String digest = fields.choice("digest");
        if (!isDone(act, digest)) {
            perform(act, digest, fields);
        }
        return desk.to(EditionWords.REVISIONS + digest) + "?done=" + act;
    }

    private void perform(String act, String digest, FormFields fields) {
        boolean file = desk.isBelow(EditionWords.FILES);
        if (file != act.equals(PROPOSE) || !file && !digest.equals(desk.key())) {
            throw Refusal.of("revision-unknown", Refusal.Kind.NOT_FOUND).asException();
        }
        if (file) {
            revising.propose(factor.shownIn(fields), desk.key(), digest);
            return;
        }
        String grounds = fields.text("grounds", LONGEST_GROUNDS);
        Actor actor = factor.shownIn(fields);
        if (act.equals(APPROVE)) {
            revising.activate(actor, digest, grounds);
        } else {
            revising.reject(actor, digest, grounds);
        }
    }

    /** Whether whoever sends the form did already what it asks for. */
    private boolean isDone(String act, String digest) {
        try {
            Revision revision = revising.read(desk.actor(), digest).recorded().revision();
            Optional<String> by = act.equals(PROPOSE) ? revision.firstWord() : revision.lastWord();
            return by.filter(desk.actor().name()::equals).isPresent()
                    && revision.state()
                            == switch (act) {
                                case PROPOSE -> Revision.State.PROPOSED;
                                case APPROVE -> Revision.State.ACTIVE;
                                default -> Revision.State.REJECTED;
                            };
        } catch (Refused unknown) {
            return false;
        }
    }

    private EditionWords words() {
        return new EditionWords(desk, schemes);
    }

    public boolean found() {
        return sheet != null;
    }

    /** The edition; absent for one that is not there. */
    public @Nullable EditionSheet sheet() {
        return sheet;
    }

    /** Whether the reader may propose, answer and take back at all: others read. */
    public boolean mayRevise() {
        return desk.mayRevise();
    }

    public List<RuleChanges> changes() {
        return sheet == null ? List.of() : sheet.changes();
    }

    public String count() {
        return desk.texts()
                .say(
                        "revision.changes",
                        changes().stream()
                                .mapToInt(block -> block.rows().size())
                                .sum());
    }

    public String shortDigest() {
        return sheet == null || sheet.digest().isEmpty() ? "" : sheet.digest().substring(0, SHOWN_OF_DIGEST) + "…";
    }

    /** What was just done, in words; empty when nothing was. */
    public String done() {
        return sent.done(Set.of(PROPOSE, APPROVE, REJECT));
    }

    /** What stands in the way of the act that the page is for; absent when nothing does. */
    public @Nullable Obstacle obstacle() {
        return sheet == null ? null : sheet.obstacle();
    }
}
