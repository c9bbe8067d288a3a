package org.sceau.registry.application.describing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of one table while it is made. */
final class Rows {
    private final String id;
    private final Phrase title;
    private final List<Phrase> columns;
    private final List<SchemeTable.Row> rows = new ArrayList<>();

    /** @param columns French and English headings in turn */
    Rows(String id, Phrase title, String... columns) {
        this.id = id;
        this.title = title;
        this.columns = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 2) {
            this.columns.add(new Phrase(columns[i], columns[i + 1]));
        }
    }

    @SafeVarargs
    final Rows row(String source, boolean verified, List<Phrase>... cells) {
        rows.add(new SchemeTable.Row(Arrays.asList(cells), source, verified));
        return this;
    }

    /** How many rows there are. */
    int size() {
        return rows.size();
    }

    /** The table; empty when it has no row. */
    Optional<SchemeTable> table() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new SchemeTable(id, title, columns, rows));
    }

    /** A cell of these lines, without the empty ones. */
    static List<Phrase> cell(Phrase... lines) {
        return Arrays.stream(lines).filter(line -> !line.isEmpty()).toList();
    }

    /** Words in one line, named: {@code Documents: A, B}; empty for none. */
    static Phrase line(String fr, String en, List<Phrase> words) {
        return words.isEmpty() ? Phrase.NOTHING : Phrase.say(fr + "\u00a0: %s", en + ": %s", Phrase.apart(words));
    }

    static <T> List<Phrase> each(Collection<T> items, Function<T, Phrase> name) {
        return items.stream().map(name).toList();
    }

    static Phrase when(boolean holds, String fr, String en) {
        return holds ? new Phrase(fr, en) : Phrase.NOTHING;
    }
}
