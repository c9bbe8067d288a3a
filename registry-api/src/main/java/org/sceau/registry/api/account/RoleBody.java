package org.sceau.registry.api.account;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;

/**
 * A role of an account.
 *
 * @param scheme the scheme it is for; absent for all of them
 */
@Schema(name = "AccountRole")
public record RoleBody(String role, @Nullable String scheme) {

    RoleGrant grant() {
        return new RoleGrant(
                Given.one("role", role, Role.values(), Role::code),
                Optional.ofNullable(scheme).map(id -> Given.made("scheme", () -> new SchemeId(id))));
    }

    static RoleBody of(RoleGrant grant) {
        return new RoleBody(
                grant.role().code(), grant.scheme().map(SchemeId::value).orElse(null));
    }
}
