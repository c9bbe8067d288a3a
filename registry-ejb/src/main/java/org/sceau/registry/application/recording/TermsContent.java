package org.sceau.registry.application.recording;

import static org.sceau.registry.application.recording.Members.day;
import static org.sceau.registry.application.recording.Members.has;
import static org.sceau.registry.application.recording.Members.object;
import static org.sceau.registry.application.recording.Members.putList;
import static org.sceau.registry.application.recording.Members.string;
import static org.sceau.registry.application.recording.Members.strings;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.FormerTerms;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Terms;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * The terms of a visa among the members of its facts. Former terms have only the members that were otherwise than in the terms after them, null
 * where there was no such member; a list of conditions that was the beginning of the later one is the number of them.
 */
final class TermsContent {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String CONDITIONS = "conditions";
    private static final String UNTIL = "until";

    private TermsContent() {}

    static Map<String, Object> of(Terms terms) {
        Map<String, Object> json = new TreeMap<>();
        Map<String, Object> subject = new TreeMap<>();
        subject.put("kind", terms.subject().kind().name());
        subject.put("name", terms.subject().name());
        terms.subject().versions().ifPresent(text -> subject.put("versions", text));
        putList(subject, "maintained", List.copyOf(terms.subject().maintained()), Function.identity());
        json.put("subject", subject);
        json.put("holder", organisation(terms.holder()));
        terms.sponsor().ifPresent(sponsor -> json.put("sponsor", organisation(sponsor)));
        terms.level().ifPresent(level -> json.put("level", claim(level)));
        putList(json, "scopes", List.copyOf(terms.scopes()), Function.identity());
        terms.nationalSecurity().ifPresent(flag -> json.put("nationalSecurity", flag));
        terms.agrement().ifPresent(agrement -> json.put("agrement", agrement.name()));
        terms.lastDay().ifPresent(last -> json.put("lastDay", last.toString()));
        terms.recommendationOverride()
                .ifPresent(override -> json.put(RecommendationOrigins.MEMBER, override(override)));
        putList(json, CONDITIONS, terms.conditions(), TermsContent::clause);
        return json;
    }

    /** What they said before, ascending by day. */
    static List<Map<String, Object>> former(VisaFacts facts) {
        List<Map<String, Object>> past = new ArrayList<>();
        Map<String, Object> later = of(facts.terms());
        for (int i = facts.former().size() - 1; i >= 0; i--) {
            FormerTerms turn = facts.former().get(i);
            Map<String, Object> members = of(turn.terms());
            Map<String, Object> told = differing(members, later);
            told.put(UNTIL, turn.until().toString());
            past.add(0, told);
            later = members;
        }
        return past;
    }

    private static Map<String, Object> differing(Map<String, Object> members, Map<String, Object> later) {
        Map<String, Object> told = new TreeMap<>();
        Set<String> names = new HashSet<>(members.keySet());
        names.addAll(later.keySet());
        for (String name : names) {
            @Nullable Object value = members.get(name);
            if (!Objects.equals(value, later.get(name))) {
                told.put(name, name.equals(CONDITIONS) ? conditions(value, later.get(name)) : value);
            }
        }
        return told;
    }

    private static Object conditions(@Nullable Object value, @Nullable Object later) {
        List<?> were = value instanceof List<?> list ? list : List.of();
        List<?> are = later instanceof List<?> list ? list : List.of();
        boolean begins =
                were.size() <= are.size() && are.subList(0, were.size()).equals(were);
        return begins ? (Object) (long) were.size() : were;
    }

    static Terms parse(JsonObject json) {
        JsonObject subject = json.getJsonObject("subject");
        return new Terms(
                new Subject(
                        SubjectKind.valueOf(subject.getString("kind")),
                        subject.getString("name"),
                        string(subject, "versions"),
                        new TreeSet<>(strings(subject, "maintained"))),
                organisation(json.getJsonObject("holder")),
                object(json, "sponsor").map(TermsContent::organisation),
                object(json, "level").map(TermsContent::claim),
                new TreeSet<>(strings(json, "scopes")),
                has(json, "nationalSecurity") ? Optional.of(json.getBoolean("nationalSecurity")) : Optional.empty(),
                string(json, "agrement").map(Agrement::valueOf),
                string(json, "lastDay").map(Members::day),
                object(json, RecommendationOrigins.MEMBER).map(TermsContent::override),
                clauses(json));
    }

    static List<FormerTerms> parseFormer(JsonObject json) {
        List<FormerTerms> past = new ArrayList<>();
        if (has(json, "former")) {
            JsonArray told = json.getJsonArray("former");
            JsonObject later = json;
            for (int i = told.size() - 1; i >= 0; i--) {
                JsonObject members = whole(told.getJsonObject(i), later);
                past.add(0, new FormerTerms(parse(members), day(members.getString(UNTIL))));
                later = members;
            }
        }
        return past;
    }

    private static JsonObject whole(JsonObject told, JsonObject later) {
        JsonObjectBuilder members = JSON.createObjectBuilder(later);
        told.forEach(members::add);
        if (told.get(CONDITIONS) instanceof JsonNumber count) {
            JsonArrayBuilder first = JSON.createArrayBuilder();
            for (int i = 0; i < count.intValueExact(); i++) {
                first.add(later.getJsonArray(CONDITIONS).get(i));
            }
            members.add(CONDITIONS, first);
        }
        return members.build();
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

    static Map<String, Object> claim(Claim claim) {
        Map<String, Object> json = new TreeMap<>();
        claim.term().ifPresent(term -> json.put("term", term));
        json.put("printed", claim.printed());
        return json;
    }

    static Claim claim(JsonObject json) {
        return new Claim(string(json, "term"), json.getString("printed"));
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
        List<Clause> clauses = new ArrayList<>();
        if (has(json, CONDITIONS)) {
            json.getJsonArray(CONDITIONS)
                    .forEach(value -> clauses.add(
                            value instanceof JsonObject decided
                                    ? new Clause(
                                            Clause.Kind.valueOf(decided.getString("kind")),
                                            decided.getString("fr"),
                                            string(decided, "en"))
                                    : Clause.printed(((JsonString) value).getString())));
        }
        return clauses;
    }
}
