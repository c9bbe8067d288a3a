package org.sceau.registry.domain.dossier.handling;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.duty.Separation;

/** Walls between roles under a whole scheme: who supervises or approves never issues (CSA Art. 58(4); invariant 9). */
public final class Walls {
    private Walls() {}

    /** Why somebody who holds these roles may not be given, or act in, another one under the scheme; empty when there is no wall. */
    public static Optional<Refusal> refusal(SchemeVersion scheme, Set<Role> held, Role wanted) {
        Set<Role> others = EnumSet.noneOf(Role.class);
        others.addAll(held);
        others.remove(wanted);
        return scheme.conduct()
                .flatMap(conduct -> Rights.crossed(conduct.separations(), Separation.Reach.SCHEME, others, wanted));
    }
}
