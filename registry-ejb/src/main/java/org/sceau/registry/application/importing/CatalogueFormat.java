package org.sceau.registry.application.importing;

import java.io.IOException;
import java.io.InputStream;

/** Reads one format of catalogue, row by row, in memory that does not grow with the file. */
public interface CatalogueFormat {

    /** Stable public code: {@code anssi-catalogue}, {@code sceau-csv}. */
    String code();

    /**
     * Hands every row of the source to the sink, in the order of the source.
     *
     * <p>A row that says something wrong is handed over with its problems; only a source whose structure cannot be followed
     * any further ends the reading.
     *
     * @param source  bytes as received; not closed here
     * @param edition the edition the source is of
     * @throws UnreadableCatalogue when the source as a whole cannot be read: wrong encoding, broken JSON or CSV, an unknown
     *     header, a line, cell or nesting beyond the bounds
     * @throws IOException         when the bytes cannot be read
     */
    void read(InputStream source, Edition edition, RowSink sink) throws IOException;
}
