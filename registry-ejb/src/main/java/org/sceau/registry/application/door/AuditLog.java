package org.sceau.registry.application.door;

/** Refusals, sign-ins and reads of confidential things. Written in a transaction of its own, after the one it tells of. */
public interface AuditLog {

    /**
     * Records an event. Bounded: beyond a fixed number of equal events a minute only their count is kept.
     *
     * @param action  what was tried, kebab-case
     * @param object  on what, at most 200 characters; never confidential content
     * @param outcome {@code ok} or a refusal code
     */
    void record(Actor actor, String action, String object, String outcome);
}
