package org.sceau.registry.infrastructure.schemes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.Category;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;

/**
 * The import format {@code sceau-csv} as one Table Schema (Frictionless) per family, made from the definitions so that the two
 * never differ. Committed below {@code docs/formats/sceau-csv/}.
 */
public final class TableSchemas {
    private static final String PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json";
    private static final int MAX_LIST = 4_000;

    private final Schemes schemes;

    public TableSchemas(Schemes schemes) {
        this.schemes = schemes;
    }

    /** The JSON text of every family with public visas, ended by one line feed: what the catalogue never shows is not imported into it. */
    public Map<FamilyId, String> all() {
        Map<FamilyId, String> texts = new TreeMap<>();
        schemes.publicFamilies().forEach(family -> texts.put(family.id(), of(family)));
        return texts;
    }

    private String of(Family family) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", PROFILE);
        schema.put("name", "sceau-csv-" + family.id());
        schema.put("title", "sceau-csv: " + family.label().en());
        schema.put("title_fr", "sceau-csv : " + family.label().fr());
        schema.put("fieldsMatch", "superset");
        schema.put("missingValues", List.of(""));
        schema.put(
                "fields",
                Arrays.stream(CsvColumn.values())
                        .map(column -> field(column, family))
                        .toList());
        return JsonText.of(schema);
    }

    private Map<String, Object> field(CsvColumn column, Family family) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.heading());
        boolean flagWithoutUse = column == CsvColumn.NATIONAL_SECURITY
                && schemes.ofFamily(family.id()).stream().noneMatch(SchemeVersion::hasNationalSecurity);
        String type = flagWithoutUse ? "string" : column.type();
        field.put("type", type);
        if (type.equals("date")) {
            field.put("format", "%Y-%m-%d");
        }
        if (type.equals("boolean")) {
            field.put("trueValues", List.of("yes"));
            field.put("falseValues", List.of("no"));
        }
        field.put("title", column.label().en());
        field.put("title_fr", column.label().fr());
        Map<String, Object> constraints = flagWithoutUse ? Map.of("maxLength", 0) : constraints(column, family);
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        Map<String, Object> terms =
                terms(column, schemes.vocabulary(family.id()).orElseThrow());
        if (!terms.isEmpty()) {
            field.put("terms", terms);
        }
        return field;
    }

    private Map<String, Object> constraints(CsvColumn column, Family family) {
        List<SchemeVersion> versions = schemes.ofFamily(family.id());
        Vocabulary vocabulary = schemes.vocabulary(family.id()).orElseThrow();
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (column.isRequired()) {
            constraints.put("required", true);
        }
        switch (column) {
            case FAMILY -> constraints.put("enum", List.of(family.id().value()));
            case SCHEME ->
                constraints.put(
                        "enum",
                        versions.stream()
                                .map(v -> v.id().scheme().value())
                                .distinct()
                                .sorted()
                                .toList());
            case SCHEME_VERSION ->
                constraints.put(
                        "enum",
                        versions.stream()
                                .map(v -> v.id().version())
                                .distinct()
                                .sorted()
                                .toList());
            case LEVEL ->
                oneOf(constraints, vocabulary.levels().stream().map(Level::id).toList());
            case CATEGORY ->
                oneOf(
                        constraints,
                        vocabulary.categories().stream().map(Category::id).toList());
            case SCOPES ->
                someOf(constraints, vocabulary.scopes().stream().map(Scope::id).toList());
            case AGREMENT ->
                oneOf(
                        constraints,
                        Arrays.stream(Agrement.values())
                                .filter(a -> versions.stream()
                                        .anyMatch(v -> v.agrements().contains(a)))
                                .map(Enum::name)
                                .toList());
            case RECOMMENDATION_OVERRIDE ->
                oneOf(
                        constraints,
                        versions.stream().anyMatch(SchemeVersion::hasRecommendationLevel)
                                ? List.of("optimal", "moderate", "critical")
                                : List.of());
            default -> column.limits().forEach(constraints::put);
        }
        return constraints;
    }

    /** Terms with what they mean, so that a person who fills in the file needs no other page. */
    private static Map<String, Object> terms(CsvColumn column, Vocabulary vocabulary) {
        Map<String, Object> terms = new LinkedHashMap<>();
        switch (column) {
            case LEVEL -> vocabulary.levels().forEach(level -> terms.put(level.id(), both(level.label())));
            case SCOPES -> vocabulary.scopes().forEach(scope -> terms.put(scope.id(), both(scope.label())));
            case CATEGORY ->
                vocabulary.categories().forEach(category -> terms.put(category.id(), both(category.label())));
            default -> {}
        }
        return terms;
    }

    private static Map<String, Object> both(Label label) {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("fr", label.fr());
        texts.put("en", label.en());
        return texts;
    }

    private static void oneOf(Map<String, Object> constraints, List<String> ids) {
        if (ids.isEmpty()) {
            constraints.put("maxLength", 0);
        } else {
            constraints.put("enum", ids);
        }
    }

    private static void someOf(Map<String, Object> constraints, List<String> ids) {
        if (ids.isEmpty()) {
            constraints.put("maxLength", 0);
        } else {
            String one = ids.stream().collect(Collectors.joining("|", "(", ")"));
            constraints.put("maxLength", MAX_LIST);
            constraints.put("pattern", one + "(\\|" + one + ")*");
        }
    }
}
