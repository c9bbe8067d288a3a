package org.sceau.registry.web.schemes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of a definition as the page shows it.
 *
 * @param id      unique on the page
 * @param columns headings of the cells; the source stands in a last one
 * @param count   how many rows there are, and how many of them nobody has verified
 * @param opened  {@code open} for a table that is not folded, else null
 */
public record RuleTable(
        String id,
        String title,
        List<String> columns,
        List<Row> rows,
        String count,
        @Nullable String opened) {

    /**
     * @param head     lines of the first cell, which heads the row
     * @param cells    the others
     * @param verified false when nobody has read the source: marked in words
     */
    public record Row(List<String> head, List<Cell> cells, String source, boolean verified) {}

    /**
     * @param column heading of its column, shown beside it on narrow screens
     * @param shape  class of the cell: {@code none} for an empty one, else empty
     */
    public record Cell(String column, List<String> lines, String shape) {}
}
