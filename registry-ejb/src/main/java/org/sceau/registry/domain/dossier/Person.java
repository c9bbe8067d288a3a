package org.sceau.registry.domain.dossier;

import org.sceau.registry.domain.party.Role;

/**
 * Somebody who acts on a dossier, in the role of that act.
 *
 * @param name         account name, 1 to 100 characters
 * @param organisation for whom, 1 to 300 characters
 */
public record Person(String name, String organisation, Role role) {

    public Person {
        if (name.isBlank() || name.length() > 100 || organisation.isBlank() || organisation.length() > 300) {
            throw new IllegalArgumentException("a person has a name and an organisation");
        }
    }
}
