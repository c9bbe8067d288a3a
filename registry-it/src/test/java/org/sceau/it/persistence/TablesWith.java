package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.sceau.registry.infrastructure.persistence.Sql;

/** The tables of a database that hold a text anywhere. */
final class TablesWith {
    private TablesWith() {}

    static List<String> text(Sql sql, String text) {
        List<String[]> columns = sql.list(
                "select table_name, column_name from information_schema.columns where lower(table_schema)"
                        + " = 'public' and lower(data_type) in ('character varying', 'character', 'text',"
                        + " 'character large object')",
                row -> new String[] {row.getString(1), row.getString(2)});
        assertThat(columns).hasSizeGreaterThan(60);
        return columns.stream()
                .filter(column -> sql.number(
                                "select count(*) from \"" + column[0] + "\" where \"" + column[1] + "\" like ?",
                                "%" + text + "%")
                        > 0)
                .map(column -> column[0].toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
