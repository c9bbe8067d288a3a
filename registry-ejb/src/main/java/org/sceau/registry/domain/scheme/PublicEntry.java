package org.sceau.registry.domain.scheme;

import java.util.Set;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * What the public entry of a visa shows under a scheme version.
 *
 * @param recommendationLevel whether it has a recommendation level (invariant 61)
 * @param nationalSecurity    whether it has the national-security flag (invariant 66)
 * @param agrement            the approvals it may carry, most often none
 * @param alwaysPublic        true when it appears without its holder's consent (invariant 62)
 * @param documents               documents and pages it links to
 */
public record PublicEntry(
        Sourced<Boolean> recommendationLevel,
        Sourced<Boolean> nationalSecurity,
        Sourced<Set<Agrement>> agrement,
        Sourced<Boolean> alwaysPublic,
        Sourced<Set<DocumentKind>> documents) {

    /** Copies the sets. */
    public PublicEntry {
        agrement = new Sourced<>(Set.copyOf(agrement.value()), agrement.source(), agrement.verified());
        documents = new Sourced<>(Set.copyOf(documents.value()), documents.source(), documents.verified());
    }
}
