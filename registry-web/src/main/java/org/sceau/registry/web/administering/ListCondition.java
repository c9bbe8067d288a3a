package org.sceau.registry.web.administering;

/**
 * The trust list of a family.
 *
 * @param family   in words
 * @param sequence of the newest issue; empty before the first
 * @param issued   when; empty before the first
 * @param next     by when the next issue is promised; empty before the first
 * @param state    in words, with class and mark of its tone
 */
public record ListCondition(
        String family, String address, String sequence, String issued, String next, String state, String tone) {}
