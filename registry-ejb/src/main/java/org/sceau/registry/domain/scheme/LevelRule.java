package org.sceau.registry.domain.scheme;

import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A level that follows from what is declared, and is not chosen apart from it (EUCC Art. 4(2)-(3)).
 *
 * @param level    id of a level
 * @param when     when it is this one
 * @param source   clause that says so
 * @param verified false when that source was not read
 */
public record LevelRule(String level, Condition when, String source, boolean verified) {
    public LevelRule {
        Sourced.requireSource(source);
    }
}
