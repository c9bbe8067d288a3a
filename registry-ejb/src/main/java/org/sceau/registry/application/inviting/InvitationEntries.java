package org.sceau.registry.application.inviting;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.domain.access.Invitation;

/** What acts on invitations put on record. Names are personal: each entry holds one commitment. */
final class InvitationEntries {
    private InvitationEntries() {}

    static Entry of(Invitation invitation, String act, String by) {
        Map<String, Object> told = new TreeMap<>();
        told.put("act", act);
        told.put("by", by);
        told.put("invitation", invitation.id().toString());
        told.put("version", invitation.version());
        told.put("purpose", invitation.purpose().code());
        told.put("organisation", invitation.organisation());
        told.put("account", invitation.invitee().username());
        told.put(
                "roles",
                invitation.roles().grants().stream()
                        .map(grant -> grant.role().code()
                                + grant.scheme()
                                        .map(scheme -> "/" + scheme.value())
                                        .orElse(""))
                        .sorted()
                        .toList());
        return new Entry(
                "invitation-changed",
                "accounts",
                Optional.empty(),
                Map.of(),
                Map.of("invitation", CanonicalText.of(told)),
                Entry.Topic.HOUSE);
    }
}
