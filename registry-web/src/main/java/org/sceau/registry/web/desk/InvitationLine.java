package org.sceau.registry.web.desk;

import java.time.Instant;
import org.sceau.registry.domain.access.Invitation;

/**
 * An invitation in the table of its organisation.
 *
 * @param approvable whether the reader can be its second person
 * @param why        why the reader cannot, where somebody has to; else empty
 */
public record InvitationLine(
        String id,
        String username,
        String name,
        String roles,
        String state,
        String style,
        String until,
        boolean alive,
        boolean approvable,
        String why,
        long version) {

    static InvitationLine of(Invitation invitation, DeskFrame desk) {
        Instant now = desk.now();
        boolean alive = invitation.isAlive(now);
        boolean waits = alive && invitation.state() == Invitation.State.WAITING;
        boolean own = invitation.by().equals(desk.actor().name())
                || invitation.invitee().username().equals(desk.actor().name());
        boolean over = !alive
                && invitation.state() != Invitation.State.ACCEPTED
                && invitation.state() != Invitation.State.REVOKED;
        String state = over ? "expired" : invitation.state().code();
        return new InvitationLine(
                invitation.id().toString(),
                invitation.invitee().username(),
                invitation.invitee().name(),
                invitation.purpose() == Invitation.Purpose.RECOVERY
                        ? desk.texts().say("people.recovery")
                        : desk.roles(invitation.roles()),
                desk.texts().say("invitation.state." + state),
                style(state),
                alive ? desk.moment(invitation.expires()) : "",
                alive,
                waits && !own,
                waits && own ? desk.texts().say("people.second.own") : "",
                invitation.version());
    }

    private static String style(String state) {
        return switch (state) {
            case "accepted" -> "ok";
            case "waiting", "open" -> "pause";
            default -> "past";
        };
    }
}
