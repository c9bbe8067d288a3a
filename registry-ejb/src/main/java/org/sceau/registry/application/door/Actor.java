package org.sceau.registry.application.door;

import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;

/**
 * Who asks.
 *
 * @param name         account name; {@code anonymous} without one, {@code system} for the house itself
 * @param organisation for whom
 * @param book         what this actor may act as, under all schemes or under some
 * @param only         acts that the way in lets this actor do; absent for all that the roles allow
 */
public record Actor(String name, String organisation, RoleBook book, Optional<Set<Permission>> only) {
    /** Somebody who did not sign in. */
    public static final Actor ANONYMOUS = new Actor("anonymous", "-", Set.of());
    /** The house itself: timers, the first start. */
    public static final Actor SYSTEM = new Actor("system", "-", Set.of());

    /** One who may do all that the roles allow. */
    public Actor(String name, String organisation, RoleBook book) {
        this(name, organisation, book, Optional.empty());
    }

    /** One whose roles count under every scheme. */
    public Actor(String name, String organisation, Set<Role> roles) {
        this(name, organisation, RoleBook.ofAll(roles));
    }

    /** The same with a token that lets in for these acts alone. */
    public Actor with(Optional<Set<Permission>> acts) {
        return new Actor(name, organisation, book, acts);
    }

    /** Whether the way in lets this actor do something that the roles may allow. */
    boolean isLetIn(Permission permission) {
        return only.map(acts -> acts.contains(permission)).orElse(true);
    }

    /** The roles held under some scheme: what can be offered at all. */
    public Set<Role> roles() {
        return book.anywhere();
    }

    /** The roles that count in a matter under a scheme. */
    public Set<Role> roles(SchemeId scheme) {
        return book.under(scheme);
    }

    public boolean isSignedIn() {
        return !equals(ANONYMOUS);
    }
}
