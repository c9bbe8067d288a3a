package org.sceau.registry.application.door;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.party.Role;

/**
 * On whose behalf a transaction asks the database, which keeps the rows of others from it whatever is asked: the second wall (ADR 0035).
 *
 * @param account      absent for whoever is not known, and for the house
 * @param organisation whose matters are its own; absent where it has no role
 * @param handles      schemes under which matters of others are handled
 * @param house        past the wall: the house itself, or an act that needs to see beyond
 */
public record Behalf(Optional<String> account, Optional<String> organisation, SchemeScope handles, boolean house) {
    /** Whoever is not known: behind the wall nothing is there. */
    public static final Behalf NOBODY = new Behalf(Optional.empty(), Optional.empty(), SchemeScope.NONE, false);
    /** The house itself. */
    public static final Behalf HOUSE = new Behalf(Optional.empty(), Optional.empty(), SchemeScope.ALL, true);

    /** Acts that are about everybody's matters, or whose actor is not known although let in by a secret. */
    private static final Set<Permission> BEYOND = EnumSet.of(
            Permission.IMPORT_CATALOGUE,
            Permission.READ_IMPORTS,
            Permission.COMPARE_RECORD,
            Permission.EXPORT_DOSSIER,
            Permission.REVIEW_IMPACT,
            Permission.ERASE_DOSSIER,
            Permission.ACCEPT_INVITATION);
    /** Acts that go beyond the own house for those alone who keep the whole of it. */
    private static final Set<Permission> BEYOND_FOR_KEEPERS = EnumSet.of(
            Permission.KEEP_PEOPLE,
            Permission.READ_PEOPLE,
            Permission.APPROVE_INVITATION,
            Permission.READ_RETENTION,
            Permission.ASK_ERASURE);

    private static final Set<Role> KEEPERS = EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR);

    /** How far the wall lets an act see. */
    public enum Sight {
        /** What is the actor's to see. */
        OWN,
        /** The same, and everything for administrators and auditors of all schemes. */
        BEYOND_FOR_KEEPERS,
        BEYOND
    }

    /** For somebody who was let in for this. */
    public static Behalf of(Actor actor, Permission permission) {
        if (actor.equals(Actor.SYSTEM) || seesBeyond(actor, permission)) {
            return HOUSE;
        }
        if (!actor.isSignedIn()) {
            return NOBODY;
        }
        return new Behalf(
                Optional.of(actor.name()),
                Optional.of(actor.organisation()).filter(own -> !actor.roles().isEmpty()),
                actor.book().scopeOf(Role.HANDLERS),
                false);
    }

    /** How far it lets this act see. */
    public static Sight sight(Permission permission) {
        if (BEYOND.contains(permission)) {
            return Sight.BEYOND;
        }
        return BEYOND_FOR_KEEPERS.contains(permission) ? Sight.BEYOND_FOR_KEEPERS : Sight.OWN;
    }

    private static boolean seesBeyond(Actor actor, Permission permission) {
        return switch (sight(permission)) {
            case OWN -> false;
            case BEYOND_FOR_KEEPERS -> actor.book().forAll().stream().anyMatch(KEEPERS::contains);
            case BEYOND -> true;
        };
    }
}
