package org.sceau.registry.domain.scheme.decision;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A category of reasons that a scheme knows. A decision for which there are some names at least one, so that it speaks both languages and can be
 * counted, whatever its own words say.
 *
 * @param code     kebab-case
 * @param of       the decisions it may be a reason of; not empty
 * @param source   clause that knows it
 * @param verified false when that source was not read
 */
public record Reason(String code, Label label, Set<DecisionKind> of, String source, boolean verified) {

    /** Refuses a reason of nothing with {@link IllegalArgumentException}. */
    public Reason {
        Kebab.check("reason", code);
        Sourced.requireSource(source);
        of = Collections.unmodifiableSet(new TreeSet<>(of));
        if (of.isEmpty()) {
            throw new IllegalArgumentException("reason " + code + ": of some decision");
        }
    }
}
