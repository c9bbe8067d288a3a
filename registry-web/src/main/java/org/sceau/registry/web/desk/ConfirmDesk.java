package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.door.Proof;
import org.sceau.registry.application.proving.ShowFactor;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.address.RequestPath;
import org.sceau.registry.web.identity.DeskSession;
import org.sceau.registry.web.identity.Provider;
import org.sceau.registry.web.identity.WayBack;

/** Where a second factor is shown: after the password, and again before what weighs much. */
@Named("confirmDesk")
@RequestScoped
public class ConfirmDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ShowFactor showing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Provider provider;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private String code = "";
    private @Nullable RefusalWords refusal;
    private @Nullable String asked;

    /** Whether this is the second half of a sign-in. */
    public boolean half() {
        return desk.actor().proof().assurance() == Proof.Assurance.HALF;
    }

    /** Whether the house's identity provider can say that more than a password was shown. */
    public boolean byProvider() {
        return provider.isThere();
    }

    public boolean hasFactor() {
        return !showing.kinds(desk.actor()).isEmpty();
    }

    /** What the browser is to ask a passkey; empty where the account has none. Asked once for a page. */
    public String question() {
        String known = asked;
        if (known == null) {
            known = showing.ask(desk.actor()).orElse("");
            asked = known;
        }
        return known;
    }

    public boolean hasPasskey() {
        return !question().isEmpty();
    }

    public void byCode() {
        show(() -> showing.byCode(desk.actor(), code.length() > 60 ? "" : code));
    }

    public void byPasskey() {
        String answer = request.getParameter("answer");
        show(() -> showing.byPasskey(desk.actor(), answer == null ? "" : answer));
    }

    private void show(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
            code = "";
            return;
        }
        DeskSession.rotate(request);
        try {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(new WayBack(languages).safe(request.getParameter("to"), RequestPath.of(request)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The desk that was asked for, as given; checked when it is used. */
    public String to() {
        String to = request.getParameter("to");
        return to == null || to.length() > 200 ? "" : to;
    }

    public @Nullable RefusalWords refusal() {
        return refusal;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
