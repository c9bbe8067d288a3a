package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.identity.Provider;
import org.sceau.registry.web.identity.SignInServlet;

/** What the sign-in page shows: an earlier attempt's answer, and the way back. */
@Named("signIn")
@RequestScoped
public class SignInPage {
    /** What the way by the provider says of itself in the address. */
    private static final Map<String, String> BY_PROVIDER =
            Map.of("unknown", "account-not-here", "refused", "provider-refused", "unanswered", "provider-unanswered");

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Provider provider;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    /** Whether the house has an identity provider of its own. */
    public boolean byProvider() {
        return provider.isThere();
    }

    public boolean byPassword() {
        return provider.hasPasswords();
    }

    public boolean refused() {
        return reason() != null;
    }

    /** Whether somebody just accepted an invitation, and comes to sign in. */
    public boolean accepted() {
        return "true".equals(request.getParameter("accepted")) && !refused();
    }

    public String title() {
        return desk.texts().problems().title(String.valueOf(reason()));
    }

    public String remedy() {
        Object seconds = request.getAttribute(SignInServlet.SECONDS);
        return seconds == null
                ? desk.texts().problems().remedy(String.valueOf(reason()))
                : desk.texts().say("sign-in.wait", seconds);
    }

    public String code() {
        return String.valueOf(reason());
    }

    /** The desk that was asked for, as given; checked when it is used. */
    public String to() {
        String to = request.getParameter("to");
        return to == null || to.length() > 200 ? "" : to;
    }

    private @Nullable Object reason() {
        Object reason = request.getAttribute(SignInServlet.REASON);
        String provided = request.getParameter("provider");
        return reason != null || provided == null ? reason : BY_PROVIDER.get(provided);
    }
}
