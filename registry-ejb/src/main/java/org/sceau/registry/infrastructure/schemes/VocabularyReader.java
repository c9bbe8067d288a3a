package org.sceau.registry.infrastructure.schemes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.sceau.registry.domain.scheme.ScopeRule;
import org.sceau.registry.domain.scheme.vocabulary.Category;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.Spelling;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;

/** Reads the blocks {@code levels}, {@code scopes} and {@code categories} of a definition. */
final class VocabularyReader {
    private static final Set<String> ROW = Set.of("id", "label");
    private static final Set<String> ROW_OPTIONS = Set.of("printed", "source", "verified");

    private VocabularyReader() {}

    static Vocabulary read(Entry definition) {
        Optional<Entry> levels = definition
                .optionalEntry("levels")
                .map(b -> b.expect(Set.of("scale", "source", "values"), Set.of("verified", "optional")));
        Optional<Entry> scopes = definition
                .optionalEntry("scopes")
                .map(b -> b.expect(Set.of("source", "values"), Set.of("verified", "rules")));
        Optional<Entry> categories = definition
                .optionalEntry("categories")
                .map(b -> b.expect(Set.of("source", "values"), Set.of("verified")));
        return definition.build(() -> new Vocabulary(
                levels.map(b -> rows(b, VocabularyReader::level)).orElse(List.of()),
                levels.map(b -> b.optionalFlag("optional", false)).orElse(false),
                scopes.map(b -> rows(b, VocabularyReader::scope)).orElse(List.of()),
                categories.map(b -> rows(b, VocabularyReader::category)).orElse(List.of())));
    }

    static List<ScopeRule> scopeRules(Entry definition) {
        List<ScopeRule> rules = new ArrayList<>();
        definition.optionalEntry("scopes").filter(b -> b.has("rules")).ifPresent(block -> {
            Set<String> known =
                    block.entries("values").stream().map(row -> row.text("id")).collect(Collectors.toSet());
            for (Entry rule : block.entries("rules")) {
                rule.expect(Set.of("scope", "needs", "source"), Set.of("code", "verified"));
                Set<String> named = new HashSet<>(rule.texts("needs"));
                ScopeRule read = rule.build(() -> new ScopeRule(
                        rule.text("scope"),
                        named,
                        rule.optionalText("code").orElse(ScopeRule.CODE),
                        rule.text("source"),
                        rule.optionalFlag("verified", true)));
                named.add(read.scope());
                named.stream()
                        .filter(id -> !known.contains(id))
                        .sorted()
                        .findFirst()
                        .ifPresent(id -> {
                            throw rule.broken(rule.line(), "unknown-value", id + " is no scope of this version");
                        });
                rules.add(read);
            }
        });
        return rules;
    }

    private static <T> List<T> rows(Entry block, BiFunction<Entry, Entry, T> reader) {
        List<T> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Entry row : block.entries("values")) {
            rows.add(row.build(() -> reader.apply(block, row)));
            if (!ids.add(row.text("id"))) {
                throw row.broken(row.line("id"), "duplicate-id", row.text("id"));
            }
        }
        if (rows.isEmpty()) {
            throw block.broken(block.line("values"), "wrong-type", "a block of terms has at least one");
        }
        return rows;
    }

    private static Level level(Entry block, Entry row) {
        row.expect(ROW, with("rank", "scale", "imported-only"));
        return new Level(
                row.text("id"),
                row.optionalText("scale").orElseGet(() -> block.text("scale")),
                row.has("rank") ? OptionalInt.of(row.number("rank")) : OptionalInt.empty(),
                row.label("label"),
                printed(row),
                row.optionalFlag("imported-only", false),
                source(block, row),
                verified(block, row));
    }

    private static Scope scope(Entry block, Entry row) {
        row.expect(ROW, with("code"));
        return new Scope(
                row.text("id"),
                row.optionalText("code"),
                row.label("label"),
                printed(row),
                source(block, row),
                verified(block, row));
    }

    private static Category category(Entry block, Entry row) {
        row.expect(ROW, ROW_OPTIONS);
        return new Category(row.text("id"), row.label("label"), printed(row), source(block, row), verified(block, row));
    }

    private static Set<Spelling> printed(Entry row) {
        return row.optionalTexts("printed").stream().map(Spelling::of).collect(Collectors.toSet());
    }

    private static String source(Entry block, Entry row) {
        return row.optionalText("source").orElseGet(() -> block.text("source"));
    }

    private static boolean verified(Entry block, Entry row) {
        return row.optionalFlag("verified", block.optionalFlag("verified", true));
    }

    private static Set<String> with(String... more) {
        Set<String> keys = new HashSet<>(ROW_OPTIONS);
        keys.addAll(List.of(more));
        return keys;
    }
}
