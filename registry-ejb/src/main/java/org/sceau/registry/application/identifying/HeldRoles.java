package org.sceau.registry.application.identifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.access.RoleGrant;

/** All roles of an account: those for every scheme stand with the account itself, whoever gave them, those for one scheme in its book. */
@ApplicationScoped
public class HeldRoles {
    private final RoleBooks books;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HeldRoles() {
        this(null);
    }

    @Inject
    public HeldRoles(RoleBooks books) {
        this.books = books;
    }

    public RoleBook of(Accounts.Account account) {
        Set<RoleGrant> grants = new LinkedHashSet<>();
        new TreeSet<>(account.roles()).forEach(role -> grants.add(RoleGrant.forAll(role)));
        books.find(account.id())
                .ifPresent(known -> known.book().grants().stream()
                        .filter(grant -> grant.scheme().isPresent())
                        .forEach(grants::add));
        return new RoleBook(grants);
    }
}
