package org.sceau.registry.web.desk;

import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.domain.access.Invitation;

/**
 * What somebody has to pass on, told once.
 *
 * @param value address of the invitation, or the code of the second person
 */
public record GivenSecret(String title, String text, String label, String value) {

    static GivenSecret of(InvitePeople.Given given, DeskFrame desk) {
        Invitation invitation = given.invitation();
        boolean code = invitation.approvedBy().isPresent();
        String secret = given.secret().orElse("");
        String key = code ? "people.code" : invitation.secondNeeded() ? "people.link.second" : "people.link";
        return new GivenSecret(
                desk.texts().say(key + ".title"),
                desk.texts().say(key + ".text", invitation.invitee().name()),
                desk.texts().say(code ? "people.code.label" : "people.link.label"),
                code ? secret : desk.publicAddress("/invitation/" + secret));
    }

    @Override
    public String toString() {
        return "GivenSecret[hidden]";
    }
}
