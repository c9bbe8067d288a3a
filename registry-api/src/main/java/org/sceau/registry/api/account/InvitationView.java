package org.sceau.registry.api.account;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.domain.access.Invitation;

/**
 * An invitation.
 *
 * @param secret told once: after the invitation the word of the address {@code /invitation/…}, after the approval the code that the person
 *     needs besides
 */
@Schema(name = "Invitation")
public record InvitationView(
        String id,
        String purpose,
        String organisation,
        String username,
        String name,
        String mail,
        String language,
        List<RoleBody> roles,
        String state,
        String by,
        Instant at,
        @Nullable String approvedBy,
        Instant expires,
        long version,
        @Nullable String secret) {
    static InvitationView of(Invitation invitation) {
        return of(new InvitePeople.Given(invitation, java.util.Optional.empty()));
    }

    static InvitationView of(InvitePeople.Given given) {
        Invitation invitation = given.invitation();
        return new InvitationView(
                invitation.id().toString(),
                invitation.purpose().code(),
                invitation.organisation(),
                invitation.invitee().username(),
                invitation.invitee().name(),
                invitation.invitee().mail(),
                invitation.invitee().language(),
                invitation.roles().grants().stream().map(RoleBody::of).toList(),
                invitation.state().code(),
                invitation.by(),
                invitation.at(),
                invitation.approvedBy().orElse(null),
                invitation.expires(),
                invitation.version(),
                given.secret().orElse(null));
    }

    /** Several of them. */
    @Schema(name = "Invitations")
    public record All(List<InvitationView> invitations) {
        static All of(List<Invitation> invitations) {
            return new All(invitations.stream().map(InvitationView::of).toList());
        }
    }
}
