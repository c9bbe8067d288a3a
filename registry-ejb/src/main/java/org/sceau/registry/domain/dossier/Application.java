package org.sceau.registry.domain.dossier;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/**
 * What is asked for.
 *
 * @param subject          what it is about
 * @param level            id of the level asked for; absent where the scheme derives it or has none
 * @param scopes           ids of the activities asked for
 * @param category         id of the product category
 * @param nationalSecurity whether that flag is asked for, apart from the level (invariant 66)
 * @param facts            what the scheme lets applicant and laboratory declare, by id
 * @param bases            visas this one would rest on
 * @param listed           whether the holder agrees to be listed (invariant 62)
 */
public record Application(
        Subject subject,
        Optional<String> level,
        Set<String> scopes,
        Optional<String> category,
        boolean nationalSecurity,
        Map<String, FactValue> facts,
        Set<VisaId> bases,
        boolean listed) {
    /** Visas an application may rest on. */
    public static final int MAX_BASES = 20;

    /** Facts an application may declare. */
    public static final int MAX_FACTS = 100;

    /** Refuses more facts or bases than the bounds with {@link IllegalArgumentException}. */
    public Application {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        bases = Set.copyOf(bases);
        if (facts.size() > MAX_FACTS || bases.size() > MAX_BASES) {
            throw new IllegalArgumentException("at most " + MAX_FACTS + " facts and " + MAX_BASES + " bases");
        }
    }

    /** The same with other facts. */
    public Application declaring(Map<String, FactValue> others) {
        return new Application(subject, level, scopes, category, nationalSecurity, others, bases, listed);
    }
}
