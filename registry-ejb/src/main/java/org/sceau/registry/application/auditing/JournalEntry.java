package org.sceau.registry.application.auditing;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.sceau.ledger.Commitment;

/**
 * An entry as it was written.
 *
 * @param entry  canonical text, whose bytes are the leaf
 * @param opened what its commitments open to, by name, as far as it was not erased
 */
public record JournalEntry(
        long position, Instant at, String kind, String subject, String entry, Map<String, Opening> opened) {
    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * What is kept beside the entry.
     *
     * @param salt 64 hexadecimal digits
     */
    public record Opening(String salt, String plaintext) {
        private boolean opens(String commitment) {
            try {
                return Commitment.of(HexFormat.of().parseHex(salt), plaintext.getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .equals(commitment);
            } catch (IllegalArgumentException noSalt) {
                return false;
            }
        }
    }

    public JournalEntry {
        opened = Map.copyOf(opened);
    }

    /** The plaintexts by name. */
    public Map<String, String> secrets() {
        return opened.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kept -> kept.getValue().plaintext()));
    }

    /** Whether each plaintext is the one that was committed to: otherwise somebody wrote another one beside the entry. */
    boolean isOpenedRightly() {
        try (JsonReader reader = JSON.createReader(new StringReader(entry))) {
            JsonObject commitments = reader.readObject().getJsonObject("commitments");
            return opened.entrySet().stream()
                    .allMatch(kept -> kept.getValue().opens(commitments.getString(kept.getKey(), "")));
        }
    }
}
