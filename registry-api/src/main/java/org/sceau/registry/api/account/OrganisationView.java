package org.sceau.registry.api.account;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.domain.party.Member;

/** @param active whether its people may sign in */
@Schema(name = "Organisation")
public record OrganisationView(String id, String name, String kind, boolean active, long version) {
    static OrganisationView of(Member member) {
        return new OrganisationView(
                member.id().toString(), member.name(), member.kind().code(), member.active(), member.version());
    }

    /** Several of them. */
    @Schema(name = "Organisations")
    public record All(List<OrganisationView> organisations) {
        static All of(List<Member> members) {
            return new All(members.stream().map(OrganisationView::of).toList());
        }
    }
}
