package org.sceau.registry.application.auditing;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.content.CanonicalRecord;

/**
 * A version of a record as its entry tells it: whole, or as what became different of the version before.
 *
 * @param told plaintext of the entry's commitment
 */
record ToldVersion(RecordKind kind, JsonObject told) {
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Empty when the plaintext was erased. */
    static Optional<ToldVersion> of(JournalEntry entry) {
        RecordKind kind = RecordKind.ofEntry(entry.kind());
        @Nullable String plaintext = entry.secrets().get(kind.commitment(entry.kind()));
        return Optional.ofNullable(plaintext).map(text -> new ToldVersion(kind, parse(text)));
    }

    /** Whether the entry tells of a version: one about what is kept apart, or of before this was told, does not. */
    boolean isFull() {
        return told.containsKey("version") && (told.containsKey("content") || told.containsKey("changed"));
    }

    String id() {
        return told.getString(kind.code());
    }

    long version() {
        return told.getJsonNumber("version").longValueExact();
    }

    /** Whether the version before is needed to make this one. */
    boolean isChange() {
        return told.containsKey("changed");
    }

    /**
     * Whether a text is this version, to the byte.
     *
     * @param before canonical text of the version before; absent for a record that was made
     */
    boolean makes(String text, Optional<String> before) {
        try {
            return CanonicalRecord.digestOf(text).equals(told.getString("sha256"))
                    && rebuilt(before).equals(parse(text));
        } catch (JsonException | ClassCastException otherwise) {
            // The version before is no longer what the act was laid over: whoever changed its row stops no comparison.
            return false;
        }
    }

    private JsonValue rebuilt(Optional<String> before) {
        return isChange()
                ? JSON.createPatch(told.getJsonArray("changed")).apply(parse(before.orElseThrow()))
                : told.getJsonObject("content");
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
