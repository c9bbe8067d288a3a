package org.sceau.registry.api.account;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.access.Invitee;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.OrganisationKind;

/** What callers say of organisations and people. */
final class PeopleRequests {
    private static final int MOST_ROLES = 50;

    private PeopleRequests() {}

    /** @param kind vendor, laboratory, certification-body or authority */
    @Schema(name = "NewOrganisation")
    public record NewOrganisation(String name, String kind) {
        String given() {
            return Given.text("name", name, 300);
        }

        OrganisationKind known() {
            return Given.one("kind", kind, OrganisationKind.values(), OrganisationKind::code);
        }
    }

    /**
     * Who is invited, to which roles.
     *
     * @param language code of a language of the registry
     */
    @Schema(name = "NewInvitation")
    public record NewInvitation(String username, String name, String mail, String language, List<RoleBody> roles) {
        Invitee invitee() {
            return Given.made("username", () -> new Invitee(username, name, mail, language));
        }

        Set<RoleGrant> grants() {
            return Given.made("roles", () -> {
                if (roles.size() > MOST_ROLES) {
                    throw new IllegalArgumentException("at most " + MOST_ROLES + " roles");
                }
                return roles.stream().map(RoleBody::grant).collect(Collectors.toCollection(LinkedHashSet::new));
            });
        }
    }
}
