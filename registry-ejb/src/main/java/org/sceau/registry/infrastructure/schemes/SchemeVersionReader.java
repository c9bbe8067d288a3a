package org.sceau.registry.infrastructure.schemes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sceau.registry.domain.scheme.Applicability;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.PublicEntry;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.ValidityRule;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.numbering.Numbering;
import org.sceau.registry.domain.scheme.numbering.ReferenceForm;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.LegalBasis;
import org.sceau.registry.domain.scheme.vocabulary.OutcomeKind;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;

/** Reads the definition of one scheme version. */
final class SchemeVersionReader {
    /** Format 1 ends with the public entry; format 2 says how matters are conducted too. */
    static final int FORMAT = 2;

    private static final Set<String> IDENTITY = Set.of(
            "format",
            "scheme",
            "version",
            "family",
            "label",
            "short",
            "applies",
            "outcome",
            "subjects",
            "legal-bases",
            "validity",
            "numbering",
            "public-entry");

    private SchemeVersionReader() {}

    static SchemeVersion read(String file, Entry definition, Set<FamilyId> families) {
        requireFormat(definition);
        boolean conducted = definition.number("format") == FORMAT;
        Set<String> required = new HashSet<>(IDENTITY);
        Set<String> optional = new HashSet<>(Set.of("revision", "levels", "scopes", "categories"));
        if (conducted) {
            required.addAll(ConductReader.REQUIRED);
            optional.addAll(ConductReader.OPTIONAL);
        }
        definition.expect(required, optional);
        SchemeVersionId id =
                definition.build(() -> SchemeVersionId.of(definition.text("scheme"), definition.text("version")));
        if (!file.equals(id + ".yaml")) {
            throw definition.broken(
                    definition.line("scheme"), "file-name", "this definition belongs in " + id + ".yaml");
        }
        FamilyId family = definition.build(() -> new FamilyId(definition.text("family")));
        if (!families.contains(family)) {
            throw definition.broken(definition.line("family"), "unknown-family", family.value());
        }
        Vocabulary vocabulary = VocabularyReader.read(definition);
        Optional<Conduct> conduct =
                conducted ? Optional.of(ConductReader.read(definition, vocabulary, families)) : Optional.empty();
        ValidityRule validity = validity(definition.entry("validity"));
        Numbering numbering = numbering(definition.entry("numbering"));
        PublicEntry entry = publicEntry(definition.entry("public-entry"));
        conduct.ifPresent(rules -> requireFitting(definition, rules, validity, numbering));
        conduct.ifPresent(rules -> requireLevelToAdvise(definition, rules, entry));
        return definition.build(() -> new SchemeVersion(
                id,
                definition.label("label"),
                definition.label("short"),
                family,
                one(definition.entry("outcome"), e -> e.constant(OutcomeKind.class, "value")),
                many(definition.entry("subjects"), e -> e.constants(SubjectKind.class, "values")),
                vocabulary,
                VocabularyReader.scopeRules(definition),
                validity,
                numbering,
                entry,
                many(definition.entry("legal-bases"), e -> e.constants(LegalBasis.class, "values")),
                applicability(definition.entry("applies")),
                definition.has("revision") ? definition.number("revision") : 1,
                definition.sha256(),
                conduct));
    }

    /** What the first half of a definition and the second say of one another. */
    private static void requireFitting(Entry definition, Conduct conduct, ValidityRule validity, Numbering numbering) {
        if (!conduct.numbers().isReadBy(numbering)) {
            Entry series = definition.entry("number-series");
            throw series.broken(
                    series.line("pattern"), "unread-number", "the numbering recognises no reference made like this");
        }
        validity.longerWith()
                .filter(id -> conduct.procedure().approval(id).isEmpty())
                .ifPresent(id -> {
                    Entry block = definition.entry("validity");
                    throw block.broken(block.line("longer-with"), "unknown-approval", id);
                });
        validity.untilFact()
                .filter(id -> conduct.procedure()
                        .fact(id)
                        .filter(type -> type.kind() == FactType.Kind.DAY)
                        .isEmpty())
                .ifPresent(id -> {
                    Entry block = definition.entry("validity");
                    throw block.broken(block.line("until-fact"), "unknown-fact", id + " is no fact that is a day");
                });
    }

    private static void requireLevelToAdvise(Entry definition, Conduct conduct, PublicEntry entry) {
        if (conduct.decision(DecisionKind.ADVISE).isPresent()
                && !entry.recommendationLevel().value()) {
            throw definition.broken(
                    definition.entry("public-entry").line("recommendation-level"),
                    "wrong-advice",
                    "a decision of kind ADVISE sets the level, and there is none");
        }
    }

    static void requireFormat(Entry definition) {
        if (!definition.has("format")) {
            throw definition.broken(definition.line(), "missing-key", "format");
        }
        if (definition.number("format") < 1 || definition.number("format") > FORMAT) {
            throw definition.broken(
                    definition.line("format"), "unsupported-format", "this registry reads formats 1 and " + FORMAT);
        }
    }

    private static Applicability applicability(Entry block) {
        block.expect(Set.of("from", "source"), Set.of("opens-dossiers-until", "issues-until", "verified"));
        return block.build(() -> new Applicability(
                block.day("from"),
                block.optionalDay("opens-dossiers-until"),
                block.optionalDay("issues-until"),
                block.text("source"),
                verified(block)));
    }

    private static ValidityRule validity(Entry block) {
        block.expect(
                Set.of("at-end", "source"),
                Set.of(
                        "usual",
                        "maximum",
                        "open-end-issued-before",
                        "beyond",
                        "longer-with",
                        "until-fact",
                        "within-bases",
                        "verified"));
        return block.build(() -> new ValidityRule(
                block.optionalPeriod("usual"),
                block.optionalPeriod("maximum"),
                block.constant(ValidityRule.AtEnd.class, "at-end"),
                block.optionalDay("open-end-issued-before"),
                block.optionalText("beyond").orElse(ValidityRule.BEYOND),
                block.optionalText("longer-with"),
                block.optionalText("until-fact"),
                block.optionalEntry("within-bases").map(entry -> one(entry, e -> e.flag("value"))),
                block.text("source"),
                verified(block)));
    }

    private static Numbering numbering(Entry block) {
        block.expect(Set.of("source", "forms"), Set.of("verified"));
        List<ReferenceForm> forms = new ArrayList<>();
        for (Entry row : block.entries("forms")) {
            row.expect(Set.of("pattern", "examples"), Set.of("yearly"));
            ReferenceForm form =
                    row.build(() -> ReferenceForm.of(row.text("pattern"), row.optionalFlag("yearly", false)));
            Numbering alone = new Numbering(List.of(form), block.text("source"), verified(block));
            List<String> examples = row.texts("examples");
            if (examples.isEmpty()) {
                throw row.broken(row.line("examples"), "bad-example", "a form shows at least one example");
            }
            for (String example : examples) {
                if (alone.recognise(example).isEmpty()) {
                    throw row.broken(row.line("examples"), "bad-example", example + " does not fit the pattern");
                }
            }
            forms.add(form);
        }
        return block.build(() -> new Numbering(forms, block.text("source"), verified(block)));
    }

    private static PublicEntry publicEntry(Entry block) {
        block.expect(
                Set.of("recommendation-level", "national-security", "agrement", "always-public", "documents"),
                Set.of());
        return new PublicEntry(
                one(block.entry("recommendation-level"), e -> e.flag("value")),
                one(block.entry("national-security"), e -> e.flag("value")),
                many(block.entry("agrement"), e -> e.constants(Agrement.class, "values")),
                one(block.entry("always-public"), e -> e.flag("value")),
                many(block.entry("documents"), e -> e.constants(DocumentKind.class, "values")));
    }

    private static <T> Sourced<T> one(Entry block, Function<Entry, T> value) {
        block.expect(Set.of("value", "source"), Set.of("verified"));
        return new Sourced<>(value.apply(block), block.text("source"), verified(block));
    }

    private static <T> Sourced<Set<T>> many(Entry block, Function<Entry, List<T>> values) {
        block.expect(Set.of("values", "source"), Set.of("verified"));
        return new Sourced<>(Set.copyOf(values.apply(block)), block.text("source"), verified(block));
    }

    private static boolean verified(Entry block) {
        return block.optionalFlag("verified", true);
    }
}
