package org.sceau.registry.application.evaluating;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.access.Reach;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;

/** From which side somebody looks at dossiers, and in which role somebody acts. */
final class Standing {
    private Standing() {}

    /** Handlers see the dossiers of everybody under the schemes they handle; all others those that their organisation is a party to. */
    static Reach reachOf(Actor actor) {
        return actor.equals(Actor.SYSTEM)
                ? Reach.EVERYWHERE
                : new Reach(
                        actor.organisation(),
                        actor.book().scopeOf(Role.HANDLERS),
                        actor.book().scopeOf(Permission.READ_DOSSIERS.roles()));
    }

    /** Whether somebody may see a dossier of these parties. Who may not hears the same as of a dossier that is not there. */
    static boolean sees(Actor actor, SchemeId scheme, Supplier<Set<Dossiers.Party>> parties) {
        Reach reach = reachOf(actor);
        return reach.seesAll(scheme)
                || reach.own().covers(scheme)
                        && parties.get().stream()
                                .anyMatch(party -> party.organisation().equals(reach.organisation()));
    }

    /**
     * Acts in the first of some roles of the actor in which the act is accepted.
     *
     * @param roles those that count in the matter
     *
     * @throws Refused what was said of the role that came furthest
     */
    static <R> R inSomeRole(Actor actor, Set<Role> roles, Function<Person, R> act) {
        Refused last = Refusal.of("role-missing", Refusal.Kind.FORBIDDEN).asException();
        for (Role role : new TreeSet<>(roles)) {
            try {
                return act.apply(new Person(actor.name(), actor.organisation(), role));
            } catch (Refused refused) {
                if (last.refusal().code().equals("role-missing")) {
                    last = refused;
                }
            }
        }
        throw last;
    }
}
