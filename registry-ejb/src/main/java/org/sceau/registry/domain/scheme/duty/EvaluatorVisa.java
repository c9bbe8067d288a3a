package org.sceau.registry.domain.scheme.duty;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A visa of this registry that whoever evaluates must hold, in force on the day it is relied on.
 *
 * @param families identifiers of families, of which one will do; not empty
 * @param when     when it is needed; always, if absent
 * @param source   clause that demands it
 * @param verified false when that source was not read
 */
public record EvaluatorVisa(Set<String> families, Optional<Condition> when, String source, boolean verified) {

    public EvaluatorVisa {
        Sourced.requireSource(source);
        families = Collections.unmodifiableSet(new TreeSet<>(families));
        if (families.isEmpty()) {
            throw new IllegalArgumentException("a visa of no family is held by nobody");
        }
    }
}
