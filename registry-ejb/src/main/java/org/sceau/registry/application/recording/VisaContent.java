package org.sceau.registry.application.recording;

import static org.sceau.registry.application.recording.Members.day;
import static org.sceau.registry.application.recording.Members.objects;
import static org.sceau.registry.application.recording.Members.putList;
import static org.sceau.registry.application.recording.Members.string;
import static org.sceau.registry.application.recording.Members.strings;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.sceau.ledger.CanonicalJson;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.NumberedAct;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.StatusChange;
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

    private static final String ACTS = "acts";
    private static final String DEPARTMENT = "department";

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
        json.putAll(TermsContent.of(facts.terms()));
        putList(json, "former", TermsContent.former(facts), Function.identity());
        putList(json, "laboratories", facts.laboratories(), Function.identity());
        facts.category().ifPresent(category -> json.put("category", TermsContent.claim(category)));
        json.put("firstDay", facts.firstDay().toString());
        putList(json, "statuses", facts.statuses(), VisaContent::status);
        json.put("listed", facts.listed());
        putList(json, "documents", facts.documents(), VisaContent::document);
        putList(
                json,
                "identifiers",
                facts.identifiers(),
                identifier -> Map.of("kind", identifier.kind().name(), "value", identifier.value()));
        facts.region().ifPresent(region -> json.put("region", region));
        facts.department().ifPresent(department -> json.put(DEPARTMENT, department));
        putList(
                json,
                "relations",
                List.copyOf(facts.relations()),
                relation -> Map.of(
                        "kind", relation.kind().name(), "visa", relation.visa().toString()));
        putList(
                json,
                ACTS,
                facts.acts(),
                act -> Map.of(
                        "reference", act.reference(),
                        "decision", act.kind().code(),
                        "day", act.day().toString()));
        putList(json, "flags", List.copyOf(facts.flags()), Function.identity());
        return json;
    }

    /** What anyone may see: of a recommendation set by hand nothing, since the level of a day is told by itself (invariant 61). */
    public static Map<String, Object> publicOf(VisaFacts facts) {
        return RecommendationOrigins.without(of(facts));
    }

    /** Content as canonical text. */
    static String text(Map<String, Object> content) {
        return CanonicalJson.text(content);
    }

    /** Canonical bytes (RFC 8785) as text. */
    public static String text(VisaFacts facts) {
        return CanonicalJson.text(of(facts));
    }

    /**
     * SHA-256 of what the facts say now, lower-case hexadecimal: equal digests say the same. Left out is what they said before, what no
     * source tells (numbered acts, the department), and why and when a recommendation was set by hand, so that the next edition with the same mark changes nothing.
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
        boolean isPlain = facts.recommendationOverride().isEmpty()
                && facts.former().isEmpty()
                && facts.acts().isEmpty()
                && facts.department().isEmpty();
        String said = isPlain ? text : text(now(facts));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> now(VisaFacts facts) {
        Map<String, Object> json = publicOf(facts);
        json.remove("former");
        json.remove(ACTS);
        json.remove(DEPARTMENT);
        facts.recommendationOverride()
                .ifPresent(override ->
                        json.put(RecommendationOrigins.MEMBER, override.level().code()));
        return json;
    }

    /** Reads what {@link #text} wrote. */
    public static VisaFacts parse(String canonical) {
        try (JsonReader reader = JSON.createReader(new StringReader(canonical))) {
            return facts(reader.readObject());
        }
    }

    private static VisaFacts facts(JsonObject json) {
        JsonObject reference = json.getJsonObject("reference");
        return new VisaFacts(
                new SchemeVersionId(new SchemeId(json.getString("scheme")), json.getString("schemeVersion")),
                new FamilyId(json.getString("family")),
                new Reference(
                        Reference.Numbering.valueOf(reference.getString("numbering")),
                        reference.getString("text"),
                        reference.getInt("year")),
                day(json.getString("firstDay")),
                TermsContent.parse(json),
                TermsContent.parseFormer(json),
                objects(json, "statuses", VisaContent::status),
                json.getBoolean("listed"),
                strings(json, "laboratories"),
                Optional.ofNullable(json.getJsonObject("category")).map(TermsContent::claim),
                objects(json, "documents", VisaContent::document),
                objects(
                        json,
                        "identifiers",
                        identifier -> new Identifier(
                                Identifier.Kind.valueOf(identifier.getString("kind")), identifier.getString("value"))),
                string(json, "region"),
                string(json, DEPARTMENT),
                new TreeSet<>(objects(
                        json,
                        "relations",
                        relation -> new Relation(
                                Relation.Kind.valueOf(relation.getString("kind")),
                                VisaId.parse(relation.getString("visa"))))),
                objects(
                        json,
                        ACTS,
                        act -> new NumberedAct(
                                act.getString("reference"),
                                DecisionKind.ofCode(act.getString("decision")).orElseThrow(),
                                day(act.getString("day")))),
                new TreeSet<>(strings(json, "flags")));
    }

    private static Map<String, Object> status(StatusChange change) {
        Map<String, Object> json = new TreeMap<>();
        json.put("status", change.status().code());
        json.put("since", change.since().toString());
        change.until().ifPresent(until -> json.put("until", until.toString()));
        change.reason().ifPresent(reason -> json.put("reason", reason));
        putList(json, "reasonCodes", List.copyOf(change.reasonCodes()), Function.identity());
        return json;
    }

    private static StatusChange status(JsonObject json) {
        return new StatusChange(
                VisaStatus.ofCode(json.getString("status")),
                day(json.getString("since")),
                string(json, "until").map(Members::day),
                string(json, "reason"),
                new TreeSet<>(strings(json, "reasonCodes")));
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
}
