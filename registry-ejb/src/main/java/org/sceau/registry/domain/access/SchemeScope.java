package org.sceau.registry.domain.access;

import java.util.Set;
import org.sceau.registry.domain.scheme.SchemeId;

/**
 * The schemes that something counts under.
 *
 * @param all   every scheme, also those to come
 * @param named those it counts under besides; says nothing more where it is all of them
 */
public record SchemeScope(boolean all, Set<SchemeId> named) {
    public static final SchemeScope ALL = new SchemeScope(true, Set.of());
    public static final SchemeScope NONE = new SchemeScope(false, Set.of());

    public SchemeScope {
        named = Set.copyOf(named);
    }

    public boolean covers(SchemeId scheme) {
        return all || named.contains(scheme);
    }

    public boolean coversAny(Set<SchemeId> schemes) {
        return all || schemes.stream().anyMatch(named::contains);
    }

    public boolean coversAll(Set<SchemeId> schemes) {
        return all || named.containsAll(schemes);
    }

    public boolean isNone() {
        return !all && named.isEmpty();
    }
}
