package org.sceau.registry.infrastructure.schemes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyGroup;
import org.sceau.registry.domain.scheme.FamilyId;

/** Reads {@code families.yaml}, format 1. */
final class FamiliesReader {
    private FamiliesReader() {}

    static List<Family> read(Entry definition) {
        SchemeVersionReader.requireFormat(definition);
        definition.expect(Set.of("format", "families"), Set.of());
        List<Family> families = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (Entry row : definition.entries("families")) {
            row.expect(Set.of("id", "order", "group", "label", "summary"), Set.of("section", "heading"));
            Family family = row.build(() -> new Family(
                    new FamilyId(row.text("id")),
                    row.label("label"),
                    row.label("summary"),
                    row.constant(FamilyGroup.class, "group"),
                    row.number("order"),
                    row.optionalText("section"),
                    row.has("heading") ? Optional.of(row.label("heading")) : Optional.empty()));
            if (!taken.add(family.id())) {
                throw row.broken(row.line("id"), "duplicate-id", family.id().value());
            }
            if (!taken.add(family.order())) {
                throw row.broken(row.line("order"), "duplicate-id", "order " + family.order());
            }
            families.add(family);
        }
        return families;
    }
}
