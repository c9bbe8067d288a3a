package org.sceau.registry.infrastructure.catalogues.csv;

import java.util.EnumMap;
import java.util.Map;
import org.sceau.registry.application.importing.UnreadableCatalogue;

/**
 * Where each column stands.
 *
 * @param places index of the cell, from 0
 * @param width  number of cells of every record
 */
record CsvHeader(Map<SceauColumn, Integer> places, int width) {

    /**
     * Refuses {@code header-unknown-column}, {@code header-duplicate-column} and {@code header-missing-column}, naming the
     * column.
     */
    static CsvHeader of(CsvRecords.CsvRecord first) {
        Map<SceauColumn, Integer> places = new EnumMap<>(SceauColumn.class);
        int place = 0;
        for (String cell : first.cells()) {
            String heading = cell.strip();
            SceauColumn column = SceauColumn.of(heading)
                    .orElseThrow(() -> new UnreadableCatalogue("header-unknown-column", first.line(), heading));
            if (places.put(column, place++) != null) {
                throw new UnreadableCatalogue("header-duplicate-column", first.line(), heading);
            }
        }
        for (SceauColumn column : SceauColumn.values()) {
            if (column.isMandatory() && !places.containsKey(column)) {
                throw new UnreadableCatalogue("header-missing-column", first.line(), column.heading());
            }
        }
        return new CsvHeader(places, place);
    }

    /** The cell as written; empty when the file has no such column. */
    String cell(CsvRecords.CsvRecord record, SceauColumn column) {
        Integer place = places.get(column);
        return place == null ? "" : record.cells().get(place);
    }
}
