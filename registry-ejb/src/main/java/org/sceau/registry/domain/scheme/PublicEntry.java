package org.sceau.registry.domain.scheme;

import java.util.Set;

/**
 * What the public entry of a visa shows under a scheme version.
 *
 * @param recommendationLevel whether it has a recommendation level (invariant 61)
 * @param nationalSecurity    whether it has the national-security flag (invariant 66)
 * @param agrement            the approvals it may carry, most often none
 * @param alwaysPublic        true when it appears without its holder's consent (invariant 62)
 * @param links               what it links to
 */
public record PublicEntry(
        Sourced<Boolean> recommendationLevel,
        Sourced<Boolean> nationalSecurity,
        Sourced<Set<Agrement>> agrement,
        Sourced<Boolean> alwaysPublic,
        Sourced<Set<PublicLink>> links) {

    /** Copies the sets. */
    public PublicEntry {
        agrement = new Sourced<>(Set.copyOf(agrement.value()), agrement.source(), agrement.verified());
        links = new Sourced<>(Set.copyOf(links.value()), links.source(), links.verified());
    }
}
