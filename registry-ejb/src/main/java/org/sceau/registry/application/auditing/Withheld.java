package org.sceau.registry.application.auditing;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.DocumentType;

/**
 * What no export contains: documents with exploitation details. That there is one stays to be seen, with who deposited it and when; its title
 * and its fingerprint do not. A version that names one is shown without them, and the plaintext of the entry that brought it is left
 * out, so that both can be told apart from what was changed: the rest of the entries still opens.
 */
final class Withheld {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String HISTORY = "history";
    private static final String DOCUMENTS = "documents";
    private static final Set<String> SHOWN = Set.of("id", "type", "by", "at");

    private final List<Deposit> deposits;

    private Withheld(List<Deposit> deposits) {
        this.deposits = deposits;
    }

    static Withheld of(Dossier dossier, SchemeVersion scheme) {
        return new Withheld(dossier.history().documents().stream()
                .filter(deposit -> scheme.conduct()
                        .flatMap(conduct -> conduct.procedure().document(deposit.type()))
                        .filter(type -> type.documentClass() == DocumentType.DocumentClass.EXPLOITATION)
                        .isPresent())
                .toList());
    }

    /** Ids of the documents. */
    List<String> documents() {
        return deposits.stream().map(deposit -> deposit.id().toString()).toList();
    }

    /** Whether a text tells of one of them. Title and fingerprint stand nowhere without the id: a deposit is told whole and never changes. */
    boolean isIn(String text) {
        return documents().stream().anyMatch(text::contains);
    }

    /** A version of a record without them. */
    String shown(String version) {
        if (!isIn(version)) {
            return version;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(version))) {
            JsonObject whole = reader.readObject();
            JsonObject history = whole.getJsonObject(HISTORY);
            if (history == null || !history.containsKey(DOCUMENTS)) {
                return "{\"withheld\":true}";
            }
            return JSON.createObjectBuilder(whole)
                    .add(
                            HISTORY,
                            JSON.createObjectBuilder(history).add(DOCUMENTS, less(history.getJsonArray(DOCUMENTS))))
                    .build()
                    .toString();
        }
    }

    private JsonArray less(JsonArray all) {
        JsonArrayBuilder shown = JSON.createArrayBuilder();
        for (JsonValue one : all) {
            JsonObject document = one.asJsonObject();
            shown.add(documents().contains(document.getString("id")) ? bare(document) : document);
        }
        return shown.build();
    }

    private static JsonValue bare(JsonObject document) {
        var bare = JSON.createObjectBuilder();
        document.forEach((name, value) -> {
            if (SHOWN.contains(name)) {
                bare.add(name, value);
            }
        });
        return bare.add("withheld", true).build();
    }
}
