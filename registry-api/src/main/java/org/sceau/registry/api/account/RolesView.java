package org.sceau.registry.api.account;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.application.identifying.GrantRoles;

/** @param version 0 as long as nobody changed the roles here */
@Schema(name = "AccountRoles")
public record RolesView(String account, String organisation, long version, List<RoleBody> roles) {
    static RolesView of(GrantRoles.Held held) {
        return new RolesView(
                held.username(),
                held.organisation(),
                held.version(),
                held.book().grants().stream().map(RoleBody::of).toList());
    }
}
