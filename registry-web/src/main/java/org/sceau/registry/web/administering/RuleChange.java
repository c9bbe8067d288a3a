package org.sceau.registry.web.administering;

/**
 * One thing that a rule says otherwise in another edition.
 *
 * @param rule   what the rule is called
 * @param column which part of it; empty for a rule that is gone or new
 * @param now    what the edition before says, line by line; empty for a new rule
 * @param then   what the edition says; empty for a rule that is gone
 */
public record RuleChange(String rule, String column, String now, String then) {}
