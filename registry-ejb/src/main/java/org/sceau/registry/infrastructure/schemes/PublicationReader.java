package org.sceau.registry.infrastructure.schemes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.decision.CertificateField;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/** Reads what a scheme version says of publication. */
final class PublicationReader {
    private PublicationReader() {}

    static PublicationRule read(Entry entry, Procedure procedure) {
        entry.expect(
                Set.of("source"),
                Set.of(
                        "listed",
                        "effective-on-listing",
                        "in-progress",
                        "version-expressions",
                        "single-version",
                        "certificate-fields",
                        "report-sections",
                        "package-languages",
                        "recognitions",
                        "verified"));
        return entry.build(() -> new PublicationRule(
                entry.optionalFlag("listed", true),
                entry.optionalFlag("effective-on-listing", false),
                entry.optionalEntry("in-progress").map(row -> inProgress(row, procedure)),
                entry.optionalFlag("version-expressions", false),
                entry.optionalEntry("single-version").map(PublicationReader::sourcedFlag),
                certificateFields(entry),
                fields(entry, "report-sections"),
                entry.optionalTexts("package-languages"),
                recognitions(entry, procedure),
                entry.text("source"),
                entry.optionalFlag("verified", true)));
    }

    private static Sourced<Boolean> sourcedFlag(Entry entry) {
        entry.expect(Set.of("value", "source"), Set.of("verified"));
        return new Sourced<>(entry.flag("value"), entry.text("source"), entry.optionalFlag("verified", true));
    }

    private static PublicationRule.InProgress inProgress(Entry entry, Procedure procedure) {
        entry.expect(Set.of("from", "agreed"), Set.of());
        String from = entry.text("from");
        if (procedure.stage(from).isEmpty()) {
            throw entry.broken(entry.line("from"), "unknown-stage", from);
        }
        String agreed = entry.text("agreed");
        if (procedure
                .fact(agreed)
                .filter(fact -> fact.kind() == FactType.Kind.FLAG)
                .isEmpty()) {
            throw entry.broken(entry.line("agreed"), "unknown-fact", agreed + " is no flag that is declared");
        }
        return new PublicationRule.InProgress(from, agreed);
    }

    private static List<PublicationRule.Recognition> recognitions(Entry entry, Procedure procedure) {
        if (!entry.has("recognitions")) {
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        List<PublicationRule.Recognition> recognitions = new ArrayList<>();
        for (Entry row : entry.entries("recognitions")) {
            row.expect(Set.of("id", "label"), Set.of("unless"));
            if (!ids.add(row.text("id"))) {
                throw row.broken(row.line("id"), "duplicate-id", row.text("id"));
            }
            Optional<String> unless = row.has("unless") ? Optional.of(row.text("unless")) : Optional.empty();
            unless.filter(fact -> procedure
                            .fact(fact)
                            .filter(type -> type.kind() == FactType.Kind.FLAG)
                            .isEmpty())
                    .ifPresent(fact -> {
                        throw row.broken(row.line("unless"), "unknown-fact", fact + " is no flag");
                    });
            recognitions.add(new PublicationRule.Recognition(row.text("id"), row.label("label"), unless));
        }
        return List.copyOf(recognitions);
    }

    /** A certificate says only what the registry knows how to say. */
    private static List<PublicationRule.Field> certificateFields(Entry entry) {
        List<PublicationRule.Field> fields = fields(entry, "certificate-fields");
        for (PublicationRule.Field field : fields) {
            if (CertificateField.ofCode(field.id()).isEmpty()) {
                throw entry.broken(entry.line("certificate-fields"), "unknown-field", field.id());
            }
        }
        return fields;
    }

    private static List<PublicationRule.Field> fields(Entry entry, String key) {
        if (!entry.has(key)) {
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        List<PublicationRule.Field> fields = new ArrayList<>();
        for (Entry field : entry.entries(key)) {
            field.expect(Set.of("id", "label"), Set.of("if-any", "items"));
            if (!ids.add(field.text("id"))) {
                throw field.broken(field.line("id"), "duplicate-id", field.text("id"));
            }
            fields.add(new PublicationRule.Field(
                    field.text("id"),
                    field.label("label"),
                    field.optionalFlag("if-any", false),
                    field.has("items")
                            ? field.entries("items").stream()
                                    .map(PublicationReader::item)
                                    .toList()
                            : List.of()));
        }
        return List.copyOf(fields);
    }

    private static Label item(Entry item) {
        item.expect(Set.of("fr", "en"), Set.of());
        return item.build(() -> new Label(item.text("fr"), item.text("en")));
    }
}
