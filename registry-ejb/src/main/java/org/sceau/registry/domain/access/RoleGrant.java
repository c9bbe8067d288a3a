package org.sceau.registry.domain.access;

import java.util.Optional;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;

/**
 * A role that an account has.
 *
 * @param scheme the scheme it is for; absent for all of them
 */
public record RoleGrant(Role role, Optional<SchemeId> scheme) {

    public static RoleGrant forAll(Role role) {
        return new RoleGrant(role, Optional.empty());
    }

    /** As somebody chose it; who keeps accounts or the whole house does so under no scheme. */
    public static RoleGrant of(Role role, Optional<SchemeId> scheme) {
        return role == Role.MANAGER || role == Role.ADMINISTRATOR ? forAll(role) : new RoleGrant(role, scheme);
    }

    /** Whether it counts under a scheme. */
    public boolean countsUnder(SchemeId other) {
        return scheme.map(other::equals).orElse(true);
    }

    /** Whether it gives all that another grant would. */
    public boolean covers(RoleGrant other) {
        return role == other.role && (scheme.isEmpty() || scheme.equals(other.scheme));
    }
}
