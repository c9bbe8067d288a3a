package org.sceau.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.application.auditing.JournalEntry;
import org.sceau.registry.application.door.Entry;

/** Every act under a scheme says on which row of it it rests: in the open, or in what its entry commits to. */
public final class LegalGrounds {
    /** Acts under no scheme: accounts and the house, what came from elsewhere, and the editions of the schemes themselves. */
    private static final Set<String> UNDER_NO_SCHEME = Set.of(
            "account-changed",
            "account-roles-changed",
            "accounts-created",
            "factor-changed",
            "import-ended",
            "import-received",
            "invitation-changed",
            "laboratory-recorded",
            "organisation-changed",
            "scheme-revision-activated",
            "scheme-revision-proposed",
            "scheme-revision-rejected",
            "scheme-revision-released",
            "token-changed",
            "word-signed");
    /** Their ground stands in the entry of the decision, the import or the title of which they follow. */
    private static final Set<String> BESIDE_ANOTHER =
            Set.of("certificate-issued", "laboratory-changed", "visa-changed", "visa-recorded");

    private LegalGrounds() {}

    /** The kinds whose every entry has a ground of its own. */
    public static Set<String> kinds() {
        return Entry.KINDS.stream()
                .filter(kind -> !UNDER_NO_SCHEME.contains(kind) && !BESIDE_ANOTHER.contains(kind))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Fails for an entry without one. */
    public static void requireIn(House house) {
        house.database.inNew(() -> {
            house.journal.forEach(
                    kinds(),
                    entry -> assertThat(grounds(entry))
                            .as(entry.entry() + " " + entry.secrets().values())
                            .isNotEmpty());
            return null;
        });
    }

    private static Set<String> grounds(JournalEntry entry) {
        return Stream.concat(
                        Stream.of(json(entry.entry()).getJsonObject("content")),
                        entry.secrets().entrySet().stream()
                                .filter(secret -> !secret.getKey().equals("actor"))
                                .map(secret -> json(secret.getValue())))
                .flatMap(told -> Stream.of("ground", "grounds", "source")
                        .flatMap(member -> told.containsKey(member) ? Stream.of(told.get(member)) : Stream.empty()))
                .filter(LegalGrounds::says)
                .map(JsonValue::toString)
                .collect(Collectors.toSet());
    }

    private static boolean says(JsonValue ground) {
        return ground instanceof Collection<?> all
                ? !all.isEmpty()
                : ground instanceof JsonObject words
                        ? !words.isEmpty()
                        : !ground.toString().equals("\"\"");
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
