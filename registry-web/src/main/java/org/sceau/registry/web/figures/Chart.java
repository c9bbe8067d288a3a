package org.sceau.registry.web.figures;

import java.util.List;

/**
 * A chart with what stands around it.
 *
 * @param code     names it in identifiers of the page
 * @param finding  what it shows, in one sentence
 * @param keys     its series; none where nothing is drawn
 * @param drawings none where there is nothing to draw
 * @param nothing  what is said instead of a drawing
 * @param note     what is not drawn; may be empty
 * @param table    the same as numbers
 * @param file     address of the same as a file
 */
public record Chart(
        String code,
        String title,
        String finding,
        List<Key> keys,
        List<Drawing> drawings,
        String nothing,
        String note,
        ChartTable table,
        String file) {

    /** @param fill paint of the series */
    public record Key(String fill, String label) {}

    public Chart {
        drawings = List.copyOf(drawings);
        keys = drawings.isEmpty() ? List.of() : List.copyOf(keys);
    }

    /** Whether it has the width of two: the one over years. */
    public boolean wide() {
        return code.equals(Subject.GRANTED.code());
    }

    /** Whether its drawings are about something else each, and mark the 90th percentile. */
    public boolean marked() {
        return code.equals(Subject.DELAYS.code());
    }
}
