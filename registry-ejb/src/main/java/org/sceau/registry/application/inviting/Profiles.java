package org.sceau.registry.application.inviting;

import java.util.Optional;

/** What is known of the people behind accounts. */
public interface Profiles {

    /**
     * One person.
     *
     * @param name     1 to 200 characters
     * @param mail     at most 254 characters
     * @param language code of a language of the registry
     */
    record Profile(String name, String mail, String language) {}

    Optional<Profile> find(String accountId);

    void put(String accountId, Profile profile);
}
