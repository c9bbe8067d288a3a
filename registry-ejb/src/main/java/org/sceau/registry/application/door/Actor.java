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
 * @param letter       what the token lets in for that this actor came with; absent without one
 */
public record Actor(String name, String organisation, RoleBook book, Optional<Letter> letter) {
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

    /** The same, come with a token. */
    public Actor with(Letter token) {
        return new Actor(name, organisation, book, Optional.of(token));
    }

    /** Whether the way in lets this actor do something that the roles may allow. */
    boolean isLetIn(Permission permission) {
        return letter.map(token -> token.letsIn(permission)).orElse(true);
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
