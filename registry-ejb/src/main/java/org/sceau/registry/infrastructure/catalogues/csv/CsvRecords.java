package org.sceau.registry.infrastructure.catalogues.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.importing.UnreadableCatalogue;
import org.sceau.registry.infrastructure.catalogues.SourceText;

/**
 * The records of a comma- or semicolon-separated text (RFC 4180; a line may also end in LF alone), one after the other.
 * Blank lines are skipped.
 *
 * <p>The first line tells the separator: the one of {@code ,} and {@code ;} that occurs in it. Ends the reading with
 * {@code separator} when both do or it holds a tabulator, {@code csv-quotes} when a quotation mark stands where none may,
 * {@code csv-line-end} for a carriage return alone, {@code cell-too-long} and {@code too-many-columns}.
 */
final class CsvRecords {
    static final int LONGEST_CELL = 4_000;
    static final int MOST_COLUMNS = 60;

    private final SourceText text;
    private char separator;
    private boolean settled;

    CsvRecords(SourceText text) {
        this.text = text;
    }

    /**
     * A record of cells as written, without the quotation marks around them.
     *
     * @param line on which it starts, from 1
     */
    record CsvRecord(long line, List<String> cells) {
        CsvRecord {
            cells = List.copyOf(cells);
        }

        /** Spreadsheets also write rows of separators only. */
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The next record that is not blank; empty after the last one. */
    Optional<CsvRecord> next() throws IOException {
        while (text.peek() != SourceText.END) {
            text.startRecord();
            long line = text.line();
            CsvRecord record = new CsvRecord(line, cells());
            if (!record.isBlank()) {
                settleSeparator(record);
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    private void settleSeparator(CsvRecord record) {
        if (settled) {
            return;
        }
        for (String cell : record.cells()) {
            if (cell.indexOf('\t') >= 0 || cell.indexOf(',') >= 0 || cell.indexOf(';') >= 0) {
                throw new UnreadableCatalogue("separator", record.line(), cell);
            }
        }
        settled = true;
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        do {
            if (cells.size() == MOST_COLUMNS) {
                throw refused("too-many-columns", "more than " + MOST_COLUMNS);
            }
            cells.add(text.peek() == '"' ? quoted() : bare());
        } while (another());
        return cells;
    }

    private String bare() throws IOException {
        StringBuilder cell = new StringBuilder();
        for (int c = text.peek(); !endsCell(c); c = text.peek()) {
            if (c == '"') {
                throw refused("csv-quotes", "quotation mark inside a cell");
            }
            append(cell, text.read());
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        StringBuilder cell = new StringBuilder();
        long opened = text.line();
        text.read();
        while (true) {
            int c = text.read();
            if (c == SourceText.END) {
                throw new UnreadableCatalogue("csv-quotes", opened, "no closing quotation mark");
            }
            if (c == '"') {
                if (text.peek() != '"') {
                    break;
                }
                text.read();
            }
            append(cell, c);
        }
        if (!endsCell(text.peek())) {
            throw refused("csv-quotes", "text after a closing quotation mark");
        }
        return cell.toString();
    }

    /** Takes what ends a cell: true after a separator, false at the end of the record. */
    private boolean another() throws IOException {
        int c = text.read();
        if (c == '\r' && text.read() != '\n') {
            throw refused("csv-line-end", "carriage return alone");
        }
        return c != SourceText.END && c == separator;
    }

    private boolean endsCell(int c) {
        if (separator == 0 && !settled && (c == ',' || c == ';')) {
            separator = (char) c;
        }
        return c == SourceText.END || c == '\r' || c == '\n' || (separator != 0 && c == separator);
    }

    private void append(StringBuilder cell, int c) {
        if (cell.length() == LONGEST_CELL) {
            throw refused("cell-too-long", "more than " + LONGEST_CELL + " characters");
        }
        cell.append((char) c);
    }

    private UnreadableCatalogue refused(String code, String detail) {
        return new UnreadableCatalogue(code, text.line(), detail);
    }
}
