package org.sceau.registry.application.recording;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.sceau.ledger.CanonicalJson;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.VisaDocument;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/**
 * The canonical JSON of a visa's facts: the same bytes in the journal, in the database and on the wire. A member without a value
 * is absent. Member names are public: they change only with a new journal format.
 */
public final class VisaContent {
    /** Kept: asking for it searches every archive of the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private VisaContent() {}

    /** Facts as maps, lists, strings, integers and booleans. */
    public static Map<String, Object> of(VisaFacts facts) {
        Map<String, Object> json = new TreeMap<>();
        json.put("scheme", facts.scheme().scheme().value());
        json.put("schemeVersion", facts.scheme().version());
        json.put("family", facts.family().value());
        json.put(
                "reference",
                Map.of(
                        "numbering", facts.reference().numbering().name(),
                        "text", facts.reference().text(),
                        "year", (long) facts.reference().year()));
        Map<String, Object> subject = new TreeMap<>();
        subject.put("kind", facts.subject().kind().name());
        subject.put("name", facts.subject().name());
        facts.subject().versions().ifPresent(text -> subject.put("versions", text));
        json.put("subject", subject);
        json.put("holder", organisation(facts.holder()));
        facts.sponsor().ifPresent(sponsor -> json.put("sponsor", organisation(sponsor)));
        putList(json, "laboratories", facts.laboratories(), Function.identity());
        facts.level().ifPresent(level -> json.put("level", claim(level)));
        putList(json, "scopes", List.copyOf(facts.scopes()), Function.identity());
        facts.category().ifPresent(category -> json.put("category", claim(category)));
        facts.nationalSecurity().ifPresent(flag -> json.put("nationalSecurity", flag));
        facts.agrement().ifPresent(agrement -> json.put("agrement", agrement.name()));
        json.put("firstDay", facts.validity().firstDay().toString());
        facts.validity().lastDay().ifPresent(day -> json.put("lastDay", day.toString()));
        putList(json, "statuses", facts.statuses(), VisaContent::status);
        facts.recommendationOverride().ifPresent(override -> json.put("recommendation", override(override)));
        json.put("listed", facts.listed());
        putList(json, "conditions", facts.conditions(), VisaContent::clause);
        putList(json, "documents", facts.documents(), VisaContent::document);
        putList(
                json,
                "identifiers",
                facts.identifiers(),
                identifier -> Map.of("kind", identifier.kind().name(), "value", identifier.value()));
        facts.region().ifPresent(region -> json.put("region", region));
        putList(
                json,
                "relations",
                List.copyOf(facts.relations()),
                relation -> Map.of(
                        "kind", relation.kind().name(), "visa", relation.visa().toString()));
        putList(json, "flags", List.copyOf(facts.flags()), Function.identity());
        return json;
    }

    /** What anyone may see: of a recommendation set by hand the level, never its origin or reason (invariant 61). */
    public static Map<String, Object> publicOf(VisaFacts facts) {
        Map<String, Object> json = of(facts);
        facts.recommendationOverride()
                .ifPresent(override -> json.put(
                        "recommendation", Map.of("level", override.level().name())));
        return json;
    }

    /** Content as canonical text. */
    static String text(Map<String, Object> content) {
        return CanonicalJson.text(content);
    }

    /** The origin of a recommendation set by hand, as canonical text. */
    static String text(RecommendationOverride override) {
        return CanonicalJson.text(override(override));
    }

    /** Canonical bytes (RFC 8785) as text. */
    public static String text(VisaFacts facts) {
        return CanonicalJson.text(of(facts));
    }

    /**
     * SHA-256 of what the facts say, lower-case hexadecimal: equal digests say the same. Why and when a recommendation was set by
     * hand is left out, so that the next edition with the same mark changes nothing.
     */
    public static String digest(VisaFacts facts) {
        return digest(facts, text(facts));
    }

    /**
     * The same of facts that are canonical text already.
     *
     * @param text of these facts, as {@link #text(VisaFacts)} writes them
     */
    public static String digest(VisaFacts facts, String text) {
        String said = facts.recommendationOverride().isPresent() ? text(publicOf(facts)) : text;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what {@link #text} wrote. */
    public static VisaFacts parse(String canonical) {
        try (JsonReader reader = JSON.createReader(new StringReader(canonical))) {
            return facts(reader.readObject());
        }
    }

    private static VisaFacts facts(JsonObject json) {
        JsonObject reference = json.getJsonObject("reference");
        JsonObject subject = json.getJsonObject("subject");
        return new VisaFacts(
                new SchemeVersionId(new SchemeId(json.getString("scheme")), json.getString("schemeVersion")),
                new FamilyId(json.getString("family")),
                new Reference(
                        Reference.Numbering.valueOf(reference.getString("numbering")),
                        reference.getString("text"),
                        reference.getInt("year")),
                new Subject(
                        SubjectKind.valueOf(subject.getString("kind")),
                        subject.getString("name"),
                        string(subject, "versions")),
                organisation(json.getJsonObject("holder")),
                Optional.ofNullable(json.getJsonObject("sponsor")).map(VisaContent::organisation),
                strings(json, "laboratories"),
                Optional.ofNullable(json.getJsonObject("level")).map(VisaContent::claim),
                new TreeSet<>(strings(json, "scopes")),
                Optional.ofNullable(json.getJsonObject("category")).map(VisaContent::claim),
                json.containsKey("nationalSecurity")
                        ? Optional.of(json.getBoolean("nationalSecurity"))
                        : Optional.empty(),
                string(json, "agrement").map(Agrement::valueOf),
                new Validity(
                        day(json.getString("firstDay")), string(json, "lastDay").map(VisaContent::day)),
                objects(json, "statuses", VisaContent::status),
                Optional.ofNullable(json.getJsonObject("recommendation")).map(VisaContent::override),
                json.getBoolean("listed"),
                clauses(json),
                objects(json, "documents", VisaContent::document),
                objects(
                        json,
                        "identifiers",
                        identifier -> new Identifier(
                                Identifier.Kind.valueOf(identifier.getString("kind")), identifier.getString("value"))),
                string(json, "region"),
                new TreeSet<>(objects(
                        json,
                        "relations",
                        relation -> new Relation(
                                Relation.Kind.valueOf(relation.getString("kind")),
                                VisaId.parse(relation.getString("visa"))))),
                new TreeSet<>(strings(json, "flags")));
    }

    private static Map<String, Object> organisation(Organisation organisation) {
        Map<String, Object> json = new TreeMap<>();
        json.put("name", organisation.name());
        organisation.siren().ifPresent(siren -> json.put("siren", siren));
        return json;
    }

    private static Organisation organisation(JsonObject json) {
        return new Organisation(json.getString("name"), string(json, "siren"));
    }

    private static Map<String, Object> claim(Claim claim) {
        Map<String, Object> json = new TreeMap<>();
        claim.term().ifPresent(term -> json.put("term", term));
        json.put("printed", claim.printed());
        return json;
    }

    private static Claim claim(JsonObject json) {
        return new Claim(string(json, "term"), json.getString("printed"));
    }

    private static Map<String, Object> status(StatusChange change) {
        Map<String, Object> json = new TreeMap<>();
        json.put("status", change.status().code());
        json.put("since", change.since().toString());
        change.until().ifPresent(until -> json.put("until", until.toString()));
        change.reason().ifPresent(reason -> json.put("reason", reason));
        return json;
    }

    private static StatusChange status(JsonObject json) {
        return new StatusChange(
                VisaStatus.ofCode(json.getString("status")),
                day(json.getString("since")),
                string(json, "until").map(VisaContent::day),
                string(json, "reason"));
    }

    private static Map<String, Object> override(RecommendationOverride override) {
        return Map.of(
                "level", override.level().name(),
                "setBy", override.setBy(),
                "setOn", override.setOn().toString(),
                "reason", override.reason());
    }

    private static RecommendationOverride override(JsonObject json) {
        return new RecommendationOverride(
                Recommendation.valueOf(json.getString("level")),
                json.getString("setBy"),
                day(json.getString("setOn")),
                json.getString("reason"));
    }

    /** A printed clause is its text; a decided one an object with both languages. */
    private static Object clause(Clause clause) {
        return clause.isDecided()
                ? Map.of(
                        "kind",
                        clause.kind().name(),
                        "fr",
                        clause.fr(),
                        "en",
                        clause.en().orElseThrow())
                : clause.fr();
    }

    private static List<Clause> clauses(JsonObject json) {
        JsonArray array = json.getJsonArray("conditions");
        List<Clause> clauses = new ArrayList<>();
        if (array != null) {
            array.forEach(value -> clauses.add(
                    value instanceof JsonObject decided
                            ? new Clause(
                                    Clause.Kind.valueOf(decided.getString("kind")),
                                    decided.getString("fr"),
                                    string(decided, "en"))
                            : Clause.printed(((JsonString) value).getString())));
        }
        return clauses;
    }

    private static Map<String, Object> document(VisaDocument document) {
        Map<String, Object> json = new TreeMap<>();
        json.put("kind", document.kind().name());
        json.put("address", document.address().toString());
        document.sha256().ifPresent(hash -> json.put("sha256", hash));
        return json;
    }

    private static VisaDocument document(JsonObject json) {
        return new VisaDocument(
                DocumentKind.valueOf(json.getString("kind")),
                URI.create(json.getString("address")),
                string(json, "sha256"));
    }

    private static <T> void putList(
            Map<String, Object> json, String name, List<T> values, Function<T, ? extends Object> write) {
        if (!values.isEmpty()) {
            json.put(name, List.copyOf(values.stream().map(write).toList()));
        }
    }

    private static Optional<String> string(JsonObject json, String name) {
        return json.containsKey(name) ? Optional.of(json.getString(name)) : Optional.empty();
    }

    private static List<String> strings(JsonObject json, String name) {
        JsonArray array = json.getJsonArray(name);
        return array == null
                ? List.of()
                : array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
    }

    private static <T> List<T> objects(JsonObject json, String name, Function<JsonObject, T> read) {
        JsonArray array = json.getJsonArray(name);
        List<T> values = new ArrayList<>();
        if (array != null) {
            array.getValuesAs(JsonObject.class).forEach(object -> values.add(read.apply(object)));
        }
        return values;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
