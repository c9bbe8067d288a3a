package org.sceau.registry.domain.party;

import java.util.Optional;

/**
 * An organisation as a source names it.
 *
 * @param name  as printed, 1 to 300 characters; one organisation may occur in several spellings
 * @param siren nine digits of the French business register, when known
 */
public record Organisation(String name, Optional<String> siren) {

    public Organisation {
        if (name.isBlank() || name.length() > 300) {
            throw new IllegalArgumentException("an organisation has a name of 1 to 300 characters");
        }
        if (siren.filter(digits -> !digits.matches("\\d{9}")).isPresent()) {
            throw new IllegalArgumentException("a SIREN is nine digits");
        }
    }

    public static Organisation named(String name) {
        return new Organisation(name, Optional.empty());
    }

    /** The key under which its spellings meet. */
    public OrganisationKey key() {
        return OrganisationKey.of(name);
    }
}
