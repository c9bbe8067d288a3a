package org.sceau.registry.application.identifying;

import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationKind;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;

/** Who keeps whose account: managers those of their own people, administrators those of everybody, and administrators alone their own. */
public final class Keeping {
    private Keeping() {}

    public static boolean isAdministrator(Actor actor) {
        return actor.book().forAll().contains(Role.ADMINISTRATOR);
    }

    /** Whether somebody keeps the people of an organisation. */
    public static boolean keeps(Actor actor, String organisation) {
        return isAdministrator(actor)
                || actor.book().forAll().contains(Role.MANAGER) && organisation.equals(actor.organisation());
    }

    /**
     * Refuses to touch what an administrator has to whoever is none: a manager of the authority would disarm those above him.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code administrators-keep-administrators}
     */
    public static void requireAbove(Actor actor, RoleBook held) {
        if (held.anywhere().contains(Role.ADMINISTRATOR) && !isAdministrator(actor)) {
            throw Refusal.of("administrators-keep-administrators", Refusal.Kind.FORBIDDEN)
                    .asException();
        }
    }

    /**
     * Whether letting somebody in takes a second person: one of staff, by the organisation or by what the account holds, and wherever an
     * administrator lets in elsewhere, for he would be that vendor or laboratory himself.
     */
    public static boolean needsSecond(Actor actor, Member member, RoleBook held) {
        return member.kind().isStaff()
                || held.anywhere().stream().anyMatch(OrganisationKind::isStaffRole)
                || !member.name().equals(actor.organisation());
    }
}
