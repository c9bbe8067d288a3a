package org.sceau.registry.api.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sceau.registry.api.csv.CsvLine;
import org.sceau.registry.application.importing.StagedRow;
import org.sceau.registry.application.importing.StagedRow.Remark;

/**
 * What became of each row, as CSV ({@link CsvLine}): one line per remark, one line for a row without any. UTF-8 without a byte order mark.
 */
public final class CsvReport implements Consumer<StagedRow> {
    static final List<String> COLUMNS =
            List.of("row", "locator", "outcome", "kind", "code", "column", "value", "family", "slug");

    private static final Remark NONE = new Remark("", "", "", "");

    private final Appendable target;

    /** Writes the header at once. */
    public CsvReport(Appendable target) {
        this.target = target;
        line(COLUMNS);
    }

    @Override
    public void accept(StagedRow row) {
        List<Remark> remarks = row.remarks().isEmpty() ? List.of(NONE) : row.remarks();
        remarks.forEach(remark -> line(List.of(
                Long.toString(row.number()),
                row.locator(),
                row.outcome().code(),
                remark.kind(),
                remark.code(),
                remark.column(),
                remark.value(),
                text(row.family()),
                text(row.slug()))));
    }

    private void line(List<String> cells) {
        try {
            target.append(CsvLine.of(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Optional<String> value) {
        return value.orElse("");
    }
}
