package org.sceau.registry.domain.scheme;

import java.util.Set;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A combination rule: who is granted {@code scope} is granted all of {@code needs} too.
 *
 * @param scope    id of a scope
 * @param needs    ids of scopes, not empty
 * @param code     code of the refusal when a dossier asks for what it forbids
 * @param source   where the rule comes from
 * @param verified false when that source was not read: an import that breaks the rule is then kept and flagged
 */
public record ScopeRule(String scope, Set<String> needs, String code, String source, boolean verified) {
    /** The code where a definition gives none of its own. */
    public static final String CODE = "scope-combination";

    /** Refuses an empty need and a need of itself with {@link IllegalArgumentException}. */
    public ScopeRule {
        needs = Set.copyOf(needs);
        if (needs.isEmpty() || needs.contains(scope)) {
            throw new IllegalArgumentException("a scope rule needs at least one other scope");
        }
        Kebab.check("refusal", code);
        Sourced.requireSource(source);
    }

    /** Whether these granted scopes break the rule. */
    public boolean isBrokenBy(Set<String> granted) {
        return granted.contains(scope) && !granted.containsAll(needs);
    }
}
