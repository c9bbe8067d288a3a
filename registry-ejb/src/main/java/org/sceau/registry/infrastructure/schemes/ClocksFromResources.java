package org.sceau.registry.infrastructure.schemes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.calendar.Counting;
import org.sceau.registry.domain.calendar.Term;
import org.sceau.registry.domain.scheme.vocabulary.LegalBasis;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.vulnerability.ClockRule;
import org.sceau.registry.domain.vulnerability.Deed;
import org.sceau.registry.domain.vulnerability.LegalClocks;
import org.sceau.registry.domain.vulnerability.Side;
import org.sceau.registry.domain.vulnerability.TriggerKind;
import org.sceau.registry.domain.vulnerability.Within;

/** Loads the legal clocks that come with the registry, within the bounds of scheme definitions and refused like them. */
public final class ClocksFromResources {
    static final String FILE = "vulnerabilities.yaml";

    private static final Set<String> REQUIRED = Set.of("id", "label", "side", "owes", "to", "from", "source");
    private static final Set<String> OPTIONAL = Set.of(
            "starts",
            "after",
            "also",
            "hours",
            "within",
            "counting",
            "least",
            "national-security",
            "met-by",
            "subjects",
            "legal-bases",
            "verified");

    private ClocksFromResources() {}

    /**
     * Reads {@code clocks/vulnerabilities.yaml} on the class path.
     *
     * @throws BrokenDefinition when it cannot be used
     */
    public static LegalClocks load(ClassLoader loader) {
        return load(name -> loader.getResourceAsStream("clocks/" + name));
    }

    static LegalClocks load(DefinitionSource source) {
        try (InputStream bytes = source.open(FILE)) {
            if (bytes == null) {
                throw new BrokenDefinition(FILE, 0, "missing-file", "there is no such file");
            }
            return read(DefinitionFile.read(FILE, bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LegalClocks read(Entry definition) {
        definition.expect(Set.of("format", "clocks"), Set.of());
        if (definition.number("format") != 1) {
            throw definition.broken(definition.line("format"), "unsupported-format", "this registry reads format 1");
        }
        Set<String> before = new HashSet<>();
        List<ClockRule> rules = new ArrayList<>();
        for (Entry row : definition.entries("clocks")) {
            row.expect(REQUIRED, OPTIONAL);
            row.optionalText("after").filter(id -> !before.contains(id)).ifPresent(id -> {
                throw row.broken(row.line("after"), "unknown-clock", "no clock " + id + " stands before this one");
            });
            if (!before.add(row.text("id"))) {
                throw row.broken(row.line("id"), "duplicate-id", row.text("id"));
            }
            rules.add(rule(row));
        }
        return definition.build(() -> new LegalClocks(rules));
    }

    private static ClockRule rule(Entry row) {
        Optional<Within> within = within(row);
        return row.build(() -> new ClockRule(
                row.text("id"),
                row.label("label"),
                row.constant(Side.class, "side"),
                row.label("owes"),
                row.label("to"),
                row.day("from"),
                event(row, "starts"),
                row.optionalText("after"),
                event(row, "also"),
                within,
                row.optionalFlag("least", false),
                row.optionalFlag("national-security", false),
                row.has("met-by") ? Optional.of(row.constant(Deed.class, "met-by")) : Optional.empty(),
                row.has("subjects") ? Set.copyOf(row.constants(SubjectKind.class, "subjects")) : Set.of(),
                row.has("legal-bases") ? Set.copyOf(row.constants(LegalBasis.class, "legal-bases")) : Set.of(),
                row.text("source"),
                row.optionalFlag("verified", true)));
    }

    private static Optional<TriggerKind> event(Entry row, String key) {
        return row.has(key) ? Optional.of(row.constant(TriggerKind.class, key)) : Optional.empty();
    }

    /** Hours, or days with the way they are counted; none where the law gives no number. */
    private static Optional<Within> within(Entry row) {
        if (row.has("hours")) {
            if (row.has("within") || row.has("counting")) {
                throw row.broken(row.line("hours"), "refused-value", "a clock counts hours or days");
            }
            return Optional.of(row.build(() -> new Within.Hours(row.number("hours"))));
        }
        Optional<Period> period = row.optionalPeriod("within");
        if (period.isPresent() != row.has("counting")) {
            throw row.broken(row.line(), "missing-key", "within and counting stand together");
        }
        return period.map(length ->
                row.build(() -> new Within.Days(new Term(length, row.constant(Counting.class, "counting")))));
    }
}
