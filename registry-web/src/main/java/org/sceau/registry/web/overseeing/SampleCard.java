package org.sceau.registry.web.overseeing;

import java.util.List;

/**
 * A scheme of which samples are drawn, with its sample of this year.
 *
 * @param years each with its address, newest first
 * @param tone  status class of how the sample stands
 */
public record SampleCard(
        String address,
        String scheme,
        String source,
        int percent,
        long population,
        long needed,
        long selected,
        String state,
        String tone,
        List<Year> years) {

    /** A year and where its sample is. */
    public record Year(String address, int year) {}
}
