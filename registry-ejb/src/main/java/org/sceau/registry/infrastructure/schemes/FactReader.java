package org.sceau.registry.infrastructure.schemes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** Reads what is declared. */
final class FactReader {
    private FactReader() {}

    static FactType read(Block.Row row) {
        Entry entry = row.expect(
                        Set.of("id", "label", "kind"),
                        Set.of("by", "required", "options", "at-least", "at-most", "known", "without"))
                .entry();
        return new FactType(
                entry.text("id"),
                entry.label("label"),
                entry.constant(FactType.Kind.class, "kind"),
                entry.has("by") ? entry.constant(Role.class, "by") : Role.SPONSOR,
                entry.optionalFlag("required", false),
                named(entry, "options"),
                bound(entry, "at-least"),
                bound(entry, "at-most"),
                entry.optionalEntry("known").map(FactReader::known),
                entry.optionalText("without"),
                row.source(),
                row.verified());
    }

    private static FactType.Known known(Entry entry) {
        entry.expect(Set.of("source", "values"), Set.of("verified"));
        return entry.build(() ->
                new FactType.Known(named(entry, "values"), entry.text("source"), entry.optionalFlag("verified", true)));
    }

    /** Ids with their labels, in order; none without the key. */
    static Map<String, Label> named(Entry row, String key) {
        Map<String, Label> named = new LinkedHashMap<>();
        if (row.has(key)) {
            for (Entry one : row.entries(key)) {
                one.expect(Set.of("id", "label"), Set.of());
                if (named.put(one.text("id"), one.label("label")) != null) {
                    throw one.broken(one.line("id"), "duplicate-id", one.text("id"));
                }
            }
        }
        return named;
    }

    private static OptionalLong bound(Entry entry, String key) {
        return entry.has(key) ? OptionalLong.of(entry.number(key)) : OptionalLong.empty();
    }
}
