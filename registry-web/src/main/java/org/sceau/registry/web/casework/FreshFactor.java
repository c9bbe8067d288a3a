package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.application.proving.ShowFactor;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.identity.DeskSession;
import org.sceau.registry.web.identity.SignedInActor;

/** A second factor in the form of the act that asks for it, so that nobody is led away from what is decided. */
@Named("freshFactor")
@RequestScoped
public class FreshFactor {
    private static final int LONGEST_CODE = 60;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ShowFactor showing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SignedInActor signedIn;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable Boolean asks;

    /** Whether the form asks for a code: nothing was shown within five minutes, and the account can show one. Asked once for a page. */
    public boolean asksCode() {
        Boolean known = asks;
        if (known == null) {
            known = !desk.actor().proof().isFresh(desk.now())
                    && showing.kinds(desk.actor()).contains(Factors.Kind.TIME_CODES);
            asks = known;
        }
        return known;
    }

    /**
     * Who acts, with what the form showed.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code factor-wrong}, {@code factor-too-soon}
     */
    Actor shownIn(FormFields fields) {
        Optional<String> code = fields.optional("code", LONGEST_CODE);
        if (code.isEmpty()) {
            return desk.actor();
        }
        showing.byCode(desk.actor(), code.get());
        DeskSession.rotate(request);
        return signedIn.afresh();
    }
}
