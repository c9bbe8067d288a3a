package org.sceau.registry.domain.complaint;

import java.util.Optional;

/**
 * Who complains. Seen by handlers alone.
 *
 * @param name         1 to 200 characters
 * @param organisation for whom; absent for somebody on his own behalf
 * @param contact      where to answer, 1 to 300 characters; absent for an account of this registry
 */
public record Complainant(String name, Optional<String> organisation, Optional<String> contact) {

    public Complainant {
        Texts.require("a complainant has a name", name, 200);
        organisation.ifPresent(text -> Texts.require("an organisation has a name", text, 300));
        contact.ifPresent(text -> Texts.require("a contact is a text", text, 300));
    }
}
