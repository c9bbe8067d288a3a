package org.sceau.registry.application.recording;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.ledger.CanonicalJson;

/**
 * That a recommendation level of a visa was set by hand, by whom, when and why: taken out of what anyone may see, and put back. The public is told
 * the level of a day and nothing else (invariant 61).
 */
public final class RecommendationOrigins {
    static final String MEMBER = "recommendation";
    private static final String FORMER = "former";
    private static final JsonProvider JSON = JsonProvider.provider();

    private RecommendationOrigins() {}

    /**
     * Facts without any level set by hand. Of former terms that differ in nothing else nothing is left.
     *
     * @param facts as {@link VisaContent#of} writes them
     */
    static Map<String, Object> without(Map<String, Object> facts) {
        Map<String, Object> told = new TreeMap<>(facts);
        told.remove(MEMBER);
        if (told.remove(FORMER) instanceof List<?> former) {
            List<Map<String, Object>> past = former.stream()
                    .map(turn -> turnWithout((Map<?, ?>) turn))
                    .filter(turn -> turn.size() > 1)
                    .toList();
            if (!past.isEmpty()) {
                told.put(FORMER, past);
            }
        }
        return told;
    }

    private static Map<String, Object> turnWithout(Map<?, ?> turn) {
        Map<String, Object> told = new TreeMap<>();
        turn.forEach((name, value) -> told.put((String) name, value));
        told.remove(MEMBER);
        return told;
    }

    /** What {@link #without} leaves out or cuts, as canonical text; empty when no level was ever set by hand. */
    static Optional<String> text(Map<String, Object> facts) {
        Map<String, Object> hidden = new HashMap<>();
        if (facts.get(MEMBER) instanceof Map<?, ?> override) {
            hidden.put(MEMBER, override);
        }
        if (facts.get(FORMER) instanceof List<?> former
                && former.stream().anyMatch(turn -> ((Map<?, ?>) turn).containsKey(MEMBER))) {
            hidden.put(FORMER, former);
        }
        return hidden.isEmpty() ? Optional.empty() : Optional.of(CanonicalJson.text(hidden));
    }

    /** Facts that anyone may see, with what was left out of them. */
    public static JsonObject restored(JsonObject facts, String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObjectBuilder whole = JSON.createObjectBuilder(facts);
            reader.readObject().forEach(whole::add);
            return whole.build();
        }
    }
}
