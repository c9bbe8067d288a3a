package org.sceau.trustlist.model;

/** A value that no list may carry. The message names rule, clause and code. */
public final class RuleBroken extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;

    RuleBroken(Rule rule, String detail) {
        super(rule.code() + " (" + rule.number() + ", TS 119 612 cl. " + rule.clause() + "): " + detail);
        this.rule = rule;
    }

    /** The rule that does not hold. */
    public Rule rule() {
        return rule;
    }
}
