package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.application.proving.ShowFactor;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.FormFields;
import org.sceau.registry.web.identity.DeskSession;
import org.sceau.registry.web.identity.SignedInActor;
import org.sceau.registry.web.identity.WayBack;

/** A second factor in the form of the act that asks for it, so that nobody is led away from what is decided. */
@Named("freshFactor")
@RequestScoped
public class FreshFactor {
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_ANSWER = 20_000;

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

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    private final Map<String, Optional<ShowFactor.WordAsked>> asked = new HashMap<>();
    private @Nullable List<Factors.Kind> kinds;

    /**
     * Whether the form asks for a code: the account can show one, and either nothing was shown within five minutes or a code is the way for
     * whoever has the passkey not at hand. Asked once for a page.
     */
    public boolean asksCode() {
        return kinds().contains(Factors.Kind.TIME_CODES) && (kinds().contains(Factors.Kind.PASSKEY) || !isFresh());
    }

    private List<Factors.Kind> kinds() {
        List<Factors.Kind> known = kinds;
        if (known == null) {
            known = showing.kinds(desk.actor());
            kinds = known;
        }
        return known;
    }

    private boolean isFresh() {
        return desk.actor().proof().isFresh(desk.now());
    }

    /**
     * The page on which a passkey is shown first, with the way back; empty where the form itself asks for what is needed. Who has nothing but a passkey
     * shows it there for acts without a digest that a word could be about.
     */
    public String confirm() {
        return kinds().equals(List.of(Factors.Kind.PASSKEY)) && !isFresh()
                ? new WayBack(languages).confirmFor(WayBack.asked(desk.address(), request.getQueryString()))
                : "";
    }

    /** What the browser asks a passkey for a word about this digest; absent where the account has none. Asked once for a page. */
    public ShowFactor.@Nullable WordAsked word(String digest) {
        return asked.computeIfAbsent(digest, of -> showing.askWord(desk.actor(), of))
                .orElse(null);
    }

    /** Whether some form of the page asks a passkey; asked behind all of them. */
    public boolean asksWord() {
        return asked.values().stream().anyMatch(Optional::isPresent);
    }

    /**
     * Who acts, with what the form showed.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code factor-wrong}, {@code factor-too-soon}
     */
    public Actor shownIn(FormFields fields) {
        Optional<String> answer = fields.optional("answer", LONGEST_ANSWER);
        if (answer.isPresent()) {
            showing.byWord(desk.actor(), fields.choice("digest"), fields.choice("nonce"), answer.get());
            DeskSession.rotate(request);
            return signedIn.afresh();
        }
        Optional<String> code = fields.optional("code", LONGEST_CODE);
        if (code.isEmpty()) {
            return desk.actor();
        }
        showing.byCode(desk.actor(), code.get());
        DeskSession.rotate(request);
        return signedIn.afresh();
    }
}
