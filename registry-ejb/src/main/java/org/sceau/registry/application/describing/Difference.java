package org.sceau.registry.application.describing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;

/**
 * What one edition of a definition says otherwise than another, in one block. A row that changed is gone and comes.
 *
 * @param table   id of the block
 * @param columns headings of the rows; of the newer edition where both have the block
 * @param gone    rows only the edition before has
 * @param come    rows only the edition after it has
 */
public record Difference(
        String table, Phrase title, List<Phrase> columns, List<SchemeTable.Row> gone, List<SchemeTable.Row> come) {

    /** Every block with a difference, in the order of the tables. */
    public static List<Difference> between(Schemes schemes, SchemeVersion before, SchemeVersion after) {
        SchemeTables tables = new SchemeTables(schemes);
        Map<String, SchemeTable> old = byId(tables.all(before));
        Map<String, SchemeTable> fresh = byId(tables.all(after));
        LinkedHashMap<String, SchemeTable> every = new LinkedHashMap<>(fresh);
        new TreeSet<>(old.keySet()).forEach(id -> every.putIfAbsent(id, old.get(id)));
        List<Difference> differences = new ArrayList<>();
        every.forEach((id, table) -> {
            List<SchemeTable.Row> gone = only(rows(old, id), rows(fresh, id));
            List<SchemeTable.Row> come = only(rows(fresh, id), rows(old, id));
            if (!gone.isEmpty() || !come.isEmpty()) {
                differences.add(new Difference(id, table.title(), table.columns(), gone, come));
            }
        });
        return List.copyOf(differences);
    }

    private static Map<String, SchemeTable> byId(List<SchemeTable> tables) {
        Map<String, SchemeTable> byId = new LinkedHashMap<>();
        tables.forEach(table -> byId.put(table.id(), table));
        return byId;
    }

    private static List<SchemeTable.Row> rows(Map<String, SchemeTable> tables, String id) {
        return Optional.ofNullable(tables.get(id)).map(SchemeTable::rows).orElse(List.of());
    }

    /** Two equal rows on one side and one on the other differ by one row. */
    private static List<SchemeTable.Row> only(List<SchemeTable.Row> here, List<SchemeTable.Row> there) {
        List<SchemeTable.Row> rest = new ArrayList<>(here);
        there.forEach(rest::remove);
        return List.copyOf(rest);
    }
}
