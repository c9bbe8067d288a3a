package org.sceau.registry.api.csv;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of CSV (RFC 4180): every cell quoted, so that a comma or a line break stays inside it. A cell that a spreadsheet would take for a
 * formula gets a leading apostrophe.
 */
public final class CsvLine {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvLine() {}

    /** The cells and the end of their line. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** One cell with its quotes. */
    public static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
