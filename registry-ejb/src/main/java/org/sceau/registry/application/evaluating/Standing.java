package org.sceau.registry.application.evaluating;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** From which side somebody looks at dossiers, and in which role somebody acts. */
final class Standing {
    /** Roles that handle dossiers of others. */
    private static final Set<Role> HANDLERS = EnumSet.of(
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER,
            Role.AUDITOR);

    private Standing() {}

    /** The organisation whose dossiers alone somebody sees; empty for handlers, who see all. */
    static Optional<String> limitOf(Actor actor) {
        return actor.equals(Actor.SYSTEM) || actor.roles().stream().anyMatch(HANDLERS::contains)
                ? Optional.empty()
                : Optional.of(actor.organisation());
    }

    /** Whether somebody may see a dossier of these parties. Who may not hears the same as of a dossier that is not there. */
    static boolean sees(Actor actor, Supplier<Set<Dossiers.Party>> parties) {
        return limitOf(actor)
                .map(own -> parties.get().stream()
                        .anyMatch(party -> party.organisation().equals(own)))
                .orElse(true);
    }

    /**
     * Acts in the first of the actor's roles in which the act is accepted.
     *
     * @throws Refused what was said of the role that came furthest
     */
    static <R> R inSomeRole(Actor actor, Function<Person, R> act) {
        Refused last = Refusal.of("role-missing", Refusal.Kind.FORBIDDEN).asException();
        for (Role role : new TreeSet<>(actor.roles())) {
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
