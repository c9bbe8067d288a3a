package org.sceau.registry.web.administering;

/**
 * An edition of a definition in a list.
 *
 * @param name   short name, version and number, such as {@code CSPN 1.1, révision 2}
 * @param state  in words, with the class and mark of its tone
 * @param first  who proposed it; empty for one that came with a release
 * @param last   who took it into use or rejected it; empty for nobody
 * @param when   of its last act
 * @param mine   whether the reader proposed it
 */
public record EditionRow(
        String address, String name, String state, String tone, String first, String last, String when, boolean mine) {}
