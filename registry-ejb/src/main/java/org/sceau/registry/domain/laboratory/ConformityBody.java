package org.sceau.registry.domain.laboratory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.vocabulary.TermId;

/**
 * An organisation that assesses the conformity of services, as the catalogue lists it: per family, with the activities and levels
 * it covers (edition of 4 Mar 2026, p. 4 and headers p. 46-70). Laboratories of products are none of these.
 *
 * @param coverage what it covers in each family; not empty, and a family that is absent is not covered at all
 */
public record ConformityBody(Organisation organisation, Kind kind, Map<FamilyId, Coverage> coverage) {

    /** Its two kinds, as that edition tells them apart on p. 4. */
    public enum Kind {
        /** Centre d'évaluation: assesses, and leaves the decision to another. */
        EVALUATION_FACILITY(false),
        /** Centre de certification: decides, and assesses by itself or through an evaluation facility. */
        CERTIFICATION_CENTRE(true);

        private final boolean decides;

        Kind(boolean decides) {
            this.decides = decides;
        }

        public boolean decides() {
            return decides;
        }
    }

    /**
     * What it covers in one family.
     *
     * @param activities ids such as {@code PENETRATION_TEST}; empty in a family that knows none. They are no scopes of a scheme version:
     *                   bodies are listed for activities that no service is, such as the tests of biometrics of PVID (p. 52)
     * @param levels     ids such as {@code HIGH}, each as listed: none follows from another. Empty where the family prints no level
     */
    public record Coverage(Set<String> activities, Set<String> levels) {
        /** Refuses ill-formed ids with {@link IllegalArgumentException}. */
        public Coverage {
            activities = Set.copyOf(activities);
            levels = Set.copyOf(levels);
            activities.forEach(id -> TermId.check("activity", id));
            levels.forEach(id -> TermId.check("level", id));
        }

        private boolean includes(Set<String> askedActivities, Optional<String> askedLevel) {
            return activities.containsAll(askedActivities)
                    && askedLevel.map(levels::contains).orElse(true);
        }
    }

    /** Refuses a body that covers no family with {@link IllegalArgumentException}. */
    public ConformityBody {
        coverage = Map.copyOf(coverage);
        if (coverage.isEmpty()) {
            throw new IllegalArgumentException("a conformity body covers at least one family");
        }
    }

    /** Whether it may take the decision: an evaluation facility never does (invariant 69). */
    public boolean mayDecide() {
        return kind.decides();
    }

    /**
     * Whether it may be proposed to whoever asks for all of these at once: nothing asked may be left uncovered (invariant 70).
     *
     * @param activities ids of the activities asked; empty in a family that knows none
     * @param level      id of the level asked; absent where the family has none. {@code NOT_APPLICABLE} is a level like any other here
     */
    public boolean mayBeProposedFor(FamilyId family, Set<String> activities, Optional<String> level) {
        return Optional.ofNullable(coverage.get(family))
                .filter(covered -> covered.includes(activities, level))
                .isPresent();
    }
}
