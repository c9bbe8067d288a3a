package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.deciding.SchemeOf;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Task;

/** Who reads which notice, and whom a task is for, by the roles of an account: the one rule for what is shown and for who is told by mail. */
@ApplicationScoped
public class Readership {
    private static final Set<Role> PARTIES = EnumSet.of(Role.SPONSOR, Role.EVALUATOR);

    /** Handlers and auditors are the authority here; roles that see no dossiers of others do not count. */
    private static final Set<Role> AUTHORITY = Permission.READ_NOTICES.roles().stream()
            .filter(role -> !PARTIES.contains(role))
            .collect(Collectors.toUnmodifiableSet());

    private final SchemeOf schemeOf;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Readership() {
        this(null);
    }

    @Inject
    public Readership(SchemeOf schemeOf) {
        this.schemeOf = schemeOf;
    }

    /** Whose notices an account reads: those of its organisation; empty for those of the authority. */
    public static Optional<String> addressee(RoleBook book, String organisation) {
        return isAuthority(book) ? Optional.empty() : Optional.of(organisation);
    }

    /** Whether it reads, of those, the ones about this. */
    public boolean reads(RoleBook book, Concern concern) {
        return !Collections.disjoint(isAuthority(book) ? AUTHORITY : PARTIES, schemeOf.roles(book, concern));
    }

    /** Whether a task is for it. */
    public boolean isFor(RoleBook book, Task task) {
        return !Collections.disjoint(
                task.roles(), schemeOf.roles(book, task.key().concern()));
    }

    private static boolean isAuthority(RoleBook book) {
        return !Collections.disjoint(AUTHORITY, book.anywhere());
    }
}
