package org.sceau.registry.infrastructure.catalogues.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.infrastructure.catalogues.Findings;
import org.sceau.registry.infrastructure.catalogues.LegalDays;
import org.sceau.registry.infrastructure.catalogues.Links;
import org.sceau.registry.infrastructure.catalogues.PrintedText;

/** The cells of one record, each read as what its column holds; whatever is wrong goes to the findings. */
record RecordCells(CsvHeader header, CsvRecords.CsvRecord row, Findings findings) {
    private static final String BETWEEN_VALUES = "\\|";

    /** A text of one line; empty when the cell is. */
    Optional<String> text(SceauColumn column, int longest) {
        return findings.text(column.heading(), raw(column), longest);
    }

    /** A text of one line, refused with {@code value-missing} when the cell is empty. */
    Optional<String> required(SceauColumn column, int longest) {
        String raw = raw(column);
        return findings.required(column.heading(), raw, PrintedText.clean(raw), longest);
    }

    /** Values between {@code |}, empty ones left out. */
    List<String> list(SceauColumn column, int longest) {
        List<String> values = new ArrayList<>();
        for (String value : raw(column).split(BETWEEN_VALUES, -1)) {
            findings.text(column.heading(), value, longest).ifPresent(values::add);
        }
        return values;
    }

    /** A day, refused with {@code date-format}; empty when the cell is. */
    Optional<LocalDate> day(SceauColumn column) {
        String printed = raw(column).strip();
        return printed.isEmpty() ? Optional.empty() : LegalDays.YEAR_FIRST.read(column.heading(), printed, findings);
    }

    /** {@code yes} or {@code no}, else refused with {@code yes-no}; empty when the cell is. */
    Optional<Boolean> yesNo(SceauColumn column) {
        String printed = raw(column).strip();
        boolean yes = printed.equals("yes");
        if (!yes && !printed.equals("no")) {
            if (!printed.isEmpty()) {
                findings.problem("yes-no", column.heading(), printed);
            }
            return Optional.empty();
        }
        return Optional.of(yes);
    }

    /** An address that anyone may follow, else refused with {@code url-format}; empty when the cell is. */
    Optional<java.net.URI> address(SceauColumn column) {
        String printed = raw(column).strip();
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        Optional<java.net.URI> address = Links.publicAddress(printed);
        if (address.isEmpty()) {
            findings.problem("url-format", column.heading(), printed);
        }
        return address;
    }

    boolean isEmpty(SceauColumn column) {
        return raw(column).isBlank();
    }

    String raw(SceauColumn column) {
        return header.cell(row, column);
    }
}
