package org.sceau.registry.application.door;

import java.util.Set;
import org.sceau.registry.domain.party.Role;

/** What an act needs. The policy is this table; no screen and no resource decides anything else. */
public enum Permission {
    IMPORT_CATALOGUE(Role.ADMINISTRATOR),
    READ_IMPORTS(Role.ADMINISTRATOR, Role.AUDITOR),
    ISSUE_TRUST_LIST(Role.PUBLISHER),
    READ_METRICS(Role.ADMINISTRATOR, Role.AUDITOR),
    KEEP_ACCOUNTS(Role.ADMINISTRATOR);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The house itself may do everything that its own code asks; people need one of the roles. */
    public boolean isGrantedTo(Actor actor) {
        return actor.equals(Actor.SYSTEM) || actor.roles().stream().anyMatch(roles::contains);
    }

    public Set<Role> roles() {
        return roles;
    }
}
