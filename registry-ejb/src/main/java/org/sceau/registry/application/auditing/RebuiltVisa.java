package org.sceau.registry.application.auditing;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.recording.RecommendationOrigins;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** A version of a visa, made of nothing but its journal entry and what its commitments open to. */
public final class RebuiltVisa {
    /** Kinds of entries that hold a version of a visa. */
    public static final Set<String> KINDS = Set.of("visa-recorded", "visa-changed");

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String PREFIX = "visa:";

    private RebuiltVisa() {}

    /** Empty when the plaintext of a commitment that holds a part of it was erased. */
    public static Optional<Visa> of(JournalEntry entry) {
        JsonObject whole = parse(entry.entry());
        JsonObject content = whole.getJsonObject("content");
        boolean isOpen = content.containsKey("facts");
        @Nullable String hidden = entry.secrets().get(isOpen ? "recommendation" : "visa");
        boolean isComplete = isOpen
                ? hidden != null || !whole.getJsonObject("commitments").containsKey("recommendation")
                : hidden != null;
        if (!isComplete) {
            return Optional.empty();
        }
        JsonObject told = isOpen || hidden == null ? content : parse(hidden);
        JsonObject facts = told.getJsonObject("facts");
        if (isOpen && hidden != null) {
            facts = RecommendationOrigins.restored(facts, hidden);
        }
        JsonObject from = told.getJsonObject("provenance");
        return Optional.of(new Visa(
                VisaId.parse(entry.subject().substring(PREFIX.length())),
                new Slug(told.getString("slug")),
                told.getJsonNumber("version").longValueExact(),
                VisaContent.parse(facts.toString()),
                new Provenance(
                        from.getString("source"),
                        Optional.ofNullable(from.getString("edition", null)).map(LocalDate::parse),
                        from.getString("row")),
                entry.at(),
                entry.position()));
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
