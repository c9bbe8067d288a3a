package org.sceau.registry.web.desk;

import org.sceau.registry.application.inviting.KeepPeople;
import org.sceau.registry.application.inviting.Profiles;

/** An account in the table of its organisation. */
public record PersonLine(String username, String name, String mail, String roles, boolean active, boolean self) {

    static PersonLine of(KeepPeople.Person person, DeskFrame desk) {
        return new PersonLine(
                person.username(),
                person.profile().map(Profiles.Profile::name).orElse(person.username()),
                person.profile().map(Profiles.Profile::mail).orElse(""),
                desk.roles(person.roles()),
                person.active(),
                person.username().equals(desk.actor().name()));
    }
}
