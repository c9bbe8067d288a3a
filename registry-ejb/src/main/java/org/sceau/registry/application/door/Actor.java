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
 * @param proof        what was shown to be taken for this actor
 */
public record Actor(String name, String organisation, RoleBook book, Optional<Letter> letter, Proof proof) {
    /** Somebody who did not sign in. */
    public static final Actor ANONYMOUS = new Actor("anonymous", "-", Set.of());
    /** The house itself: timers, the first start. */
    public static final Actor SYSTEM = new Actor("system", "-", Set.of());

    /** One who may do all that the roles allow, and of whom no proof is asked. */
    public Actor(String name, String organisation, RoleBook book) {
        this(name, organisation, book, Optional.empty(), Proof.UNASKED);
    }

    /** One whose roles count under every scheme. */
    public Actor(String name, String organisation, Set<Role> roles) {
        this(name, organisation, RoleBook.ofAll(roles));
    }

    /** The same, come with a token. */
    public Actor with(Letter token) {
        return new Actor(name, organisation, book, Optional.of(token), proof);
    }

    /** The same, known as surely as this says. Whoever did not prove all of it has no role yet. */
    public Actor known(Proof shown) {
        boolean whole = shown.assurance() == Proof.Assurance.WHOLE;
        return new Actor(name, organisation, whole ? book : new RoleBook(Set.of()), letter, shown);
    }

    /** Whether the way in lets this actor do something that the roles may allow. */
    boolean isLetIn(Permission permission) {
        return permission == Permission.SHOW_FACTOR
                || letter.map(token -> token.letsIn(permission)).orElse(true);
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
