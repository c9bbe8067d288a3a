package org.sceau.registry.web.overseeing;

/**
 * A complaint in the list.
 *
 * @param about what is contested, as people know it
 * @param tone  status class of its state
 * @param mine  whether the reader handles it
 */
public record ComplaintRow(
        String address,
        String number,
        String kind,
        String about,
        String state,
        String tone,
        String received,
        String handler,
        boolean mine) {}
