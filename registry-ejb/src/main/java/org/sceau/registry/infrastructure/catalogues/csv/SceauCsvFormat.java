package org.sceau.registry.infrastructure.catalogues.csv;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.importing.CatalogueFormat;
import org.sceau.registry.application.importing.Edition;
import org.sceau.registry.application.importing.RowSink;
import org.sceau.registry.application.importing.UnreadableCatalogue;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.infrastructure.catalogues.SourceText;
import org.sceau.registry.infrastructure.catalogues.csv.CsvRecords.CsvRecord;

/**
 * Our exchange format: UTF-8 with or without byte order mark, a header of the names of {@link SceauColumn} in any order, one
 * visa per record, cells separated by {@code ,} or {@code ;} and quoted as in RFC 4180, lines ended by LF or CRLF. Cells of
 * several values separate them by {@code |}; days are {@code 2025-06-23}.
 *
 * <p>Bounds: 512 MiB or as constructed, 64 KiB for a record, 60 columns, 4000 characters for a cell. A source is refused with
 * {@code encoding}, {@code separator}, {@code csv-quotes}, {@code csv-line-end}, {@code header-unknown-column},
 * {@code header-missing-column}, {@code header-duplicate-column}, {@code cell-too-long}, {@code too-many-columns},
 * {@code line-too-long} or {@code source-too-long}; for the refusals and notices of a row see {@link RecordReader}. Holds no
 * state: one instance serves any number of imports at once.
 */
@ApplicationScoped
public class SceauCsvFormat implements CatalogueFormat {
    /** Code of this format, and who set what it says beyond the rules. */
    public static final String CODE = "sceau-csv";

    private static final long DEFAULT_SOURCE_BYTES = 512L << 20;
    private static final long RECORD_BYTES = 64L << 10;

    private final Schemes schemes;
    private final long sourceBytes;

    /** For the container's proxy. */
    protected SceauCsvFormat() {
        this(new Schemes(List.of(), List.of()));
    }

    @Inject
    public SceauCsvFormat(Schemes schemes) {
        this(schemes, DEFAULT_SOURCE_BYTES);
    }

    /** @param sourceBytes most bytes of a source */
    public SceauCsvFormat(Schemes schemes, long sourceBytes) {
        this.schemes = schemes;
        this.sourceBytes = sourceBytes;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void read(InputStream source, Edition edition, RowSink sink) throws IOException {
        SourceText text = new SourceText(source, new SourceText.Bounds(sourceBytes, RECORD_BYTES, "line-too-long"));
        CsvRecords records = new CsvRecords(text);
        CsvRecord first = records.next()
                .orElseThrow(() -> new UnreadableCatalogue("header-missing-column", 1, SceauColumn.FAMILY.heading()));
        RecordReader reader = new RecordReader(schemes, edition, CsvHeader.of(first));
        long number = 0;
        for (Optional<CsvRecord> next = records.next(); next.isPresent(); next = records.next()) {
            if (!sink.accept(reader.read(++number, next.get()))) {
                return;
            }
        }
    }
}
