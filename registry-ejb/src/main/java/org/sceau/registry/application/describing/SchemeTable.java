package org.sceau.registry.application.describing;

import java.util.List;

/**
 * One block of a definition as a table.
 *
 * @param id      kebab-case, unique among the tables of a version
 * @param columns headings; one cell of each row per column, and the source besides
 * @param rows    not empty
 */
public record SchemeTable(String id, Phrase title, List<Phrase> columns, List<Row> rows) {

    /**
     * A rule of the definition.
     *
     * @param cells    lines of each cell; a cell without lines is empty
     * @param source   article, page or document that states it
     * @param verified false when nobody has read that source: shown as such
     */
    public record Row(List<List<Phrase>> cells, String source, boolean verified) {
        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /** Refuses a row with more cells than headings, or fewer, with {@link IllegalArgumentException}. */
    public SchemeTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("table " + id + ": one cell for each heading");
            }
        }
    }

    /** How many rows rest on a source that nobody has read. */
    public long unverified() {
        return rows.stream().filter(row -> !row.verified()).count();
    }
}
