package org.sceau.registry.infrastructure.schemes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A block of rows with one source for all of them, which a row may replace by its own. Remembers where each row stands. */
final class Block {
    private static final Set<String> KEYS = Set.of("source", "values");

    private final Entry definition;
    private final Map<Object, Entry> places = new IdentityHashMap<>();

    Block(Entry definition) {
        this.definition = definition;
    }

    /** A row with the source that holds for it. */
    record Row(Entry entry, String source, boolean verified) {

        /** Refuses unknown and missing keys; source and verified may always be there. */
        Row expect(Set<String> required, Set<String> optional) {
            Set<String> more = new HashSet<>(optional);
            more.add("source");
            more.add("verified");
            entry.expect(required, more);
            return this;
        }
    }

    /**
     * The rows of a block; none when the definition lacks it.
     *
     * @param id key whose text tells rows apart; blank when nothing does
     */
    <T> List<T> rows(String name, String id, Function<Row, T> reader) {
        if (!definition.has(name)) {
            return List.of();
        }
        Entry block = definition.entry(name).expect(KEYS, Set.of("verified"));
        List<T> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Entry entry : block.entries("values")) {
            Row row = new Row(
                    entry,
                    entry.optionalText("source").orElseGet(() -> block.text("source")),
                    entry.optionalFlag("verified", block.optionalFlag("verified", true)));
            T read = entry.build(() -> reader.apply(row));
            if (!id.isEmpty() && !ids.add(entry.text(id))) {
                throw entry.broken(entry.line(id), "duplicate-id", entry.text(id));
            }
            places.put(read, entry);
            rows.add(read);
        }
        if (rows.isEmpty()) {
            throw block.broken(block.line("values"), "wrong-type", "a block has at least one row");
        }
        return rows;
    }

    /** Where a row that was read stands; the whole definition for anything else. */
    Entry placeOf(Object row) {
        return places.getOrDefault(row, definition);
    }
}
