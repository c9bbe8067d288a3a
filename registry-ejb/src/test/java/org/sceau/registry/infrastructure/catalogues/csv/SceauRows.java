package org.sceau.registry.infrastructure.catalogues.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Records of our exchange format, with fictional names. */
final class SceauRows {
    private final Map<String, String> cells = new LinkedHashMap<>();

    private SceauRows() {}

    static SceauRows cspn() {
        return new SceauRows()
                .with("family", "cspn")
                .with("reference", "ANSSI-CSPN-2026-11")
                .with("holder", "Serrure Libre")
                .with("name", "Serrure Libre 3.2")
                .with("valid_from", "2026-06-22")
                .with("valid_until", "2029-06-22")
                .with("status", "in-force")
                .with("listed", "yes");
    }

    static SceauRows passi() {
        return new SceauRows()
                .with("family", "passi")
                .with("reference", "445")
                .with("decision_year", "2026")
                .with("holder", "Vigie Ponant")
                .with("name", "Vigie Ponant")
                .with("valid_from", "2026-03-14")
                .with("valid_until", "2029-03-14")
                .with("status", "in-force")
                .with("listed", "yes")
                .with("level", "HIGH")
                .with("scopes", "PENETRATION_TEST|ARCHITECTURE_AUDIT")
                .with("national_security", "no");
    }

    static SceauRows qualified() {
        return passi().with("family", "product-qualification")
                .without("scopes")
                .without("national_security")
                .with("level", "STANDARD");
    }

    SceauRows with(String column, String value) {
        cells.put(column, value);
        return this;
    }

    SceauRows without(String column) {
        cells.remove(column);
        return this;
    }

    /** Header and record with this separator and line end. */
    String source(char separator, String lineEnd) {
        return line(List.copyOf(cells.keySet()), separator)
                + lineEnd
                + line(List.copyOf(cells.values()), separator)
                + lineEnd;
    }

    String source() {
        return source(',', "\n");
    }

    private static String line(List<String> cells, char separator) {
        return cells.stream()
                .map(cell -> cell.matches("[^,;\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(String.valueOf(separator)));
    }
}
