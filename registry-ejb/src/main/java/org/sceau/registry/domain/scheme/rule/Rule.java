package org.sceau.registry.domain.scheme.rule;

import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A rule of a scheme as data: where {@code when} holds, {@code requires} must hold too.
 *
 * @param code     kebab-case; moves refer to the rule by it, and a refusal bears it
 * @param text     why an act is refused and what would make it possible
 * @param when     when the rule speaks; always, if absent
 * @param requires what must hold then
 * @param source   clause that states it
 * @param verified false when that source was not read: the rule is applied, and shown as unverified
 */
public record Rule(
        String code, Label text, Optional<Condition> when, Condition requires, String source, boolean verified) {

    /** Refuses an ill-formed code and a blank source with {@link IllegalArgumentException}. */
    public Rule {
        Kebab.check("rule", code);
        Sourced.requireSource(source);
    }

    public boolean isBrokenIn(Situation situation) {
        return when.map(condition -> condition.holds(situation)).orElse(true) && !requires.holds(situation);
    }
}
