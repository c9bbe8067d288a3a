package org.sceau.registry.web.figures;

import java.util.List;

/** The numbers behind a chart. The first column heads the rows. */
public record ChartTable(List<String> columns, List<Row> rows) {

    public record Row(String head, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public ChartTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static final ChartTable NONE = new ChartTable(List.of(), List.of());
}
