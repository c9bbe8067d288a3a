package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.access.Invitation;
import org.sceau.registry.web.identity.InvitationServlet;

/** What the page of an invitation shows: who invites to what, and an earlier attempt's answer. */
@Named("invitationPage")
@RequestScoped
public class InvitationPage {
    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    /** Whether the address opens anything. */
    public boolean opens() {
        return invitation() != null;
    }

    public @Nullable RefusalWords refusal() {
        return request.getAttribute(InvitationServlet.REASON) instanceof String code
                ? RefusalWords.of(code, desk.texts().problems())
                : null;
    }

    public String text() {
        Invitation invitation = invitation();
        return invitation == null
                ? ""
                : desk.texts()
                        .say(
                                invitation.purpose() == Invitation.Purpose.ACCOUNT
                                        ? "invitation.for"
                                        : "invitation.back",
                                invitation.organisation());
    }

    public String username() {
        Invitation invitation = invitation();
        return invitation == null ? "" : invitation.invitee().username();
    }

    public String name() {
        Invitation invitation = invitation();
        return invitation == null ? "" : invitation.invitee().name();
    }

    public String roles() {
        Invitation invitation = invitation();
        return invitation == null ? "" : desk.roles(invitation.roles());
    }

    public boolean needsCode() {
        Invitation invitation = invitation();
        return invitation != null && invitation.secondNeeded();
    }

    private @Nullable Invitation invitation() {
        return request.getAttribute(InvitationServlet.INVITATION) instanceof Invitation invitation ? invitation : null;
    }
}
