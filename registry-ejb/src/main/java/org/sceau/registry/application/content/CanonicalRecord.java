package org.sceau.registry.application.content;

import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.sceau.ledger.CanonicalJson;
import org.sceau.ledger.EntryRefused;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * A record as canonical JSON (RFC 8785) and back. Members are named as the components are; an absent value is an absent member, an
 * empty collection too; a record with the one component {@code value} is that value; a case of a sealed type says which in {@code is}.
 * Names of components are therefore part of the stored form: tests keep a specimen of each.
 */
public final class CanonicalRecord {
    /** Kept: asking for it searches every archive of the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Characters of one version of a record. */
    public static final int MOST_CHARACTERS = 1_000_000;

    private static final int BYTES_A_CHARACTER = 3;

    private CanonicalRecord() {}

    /** The record as maps, lists, strings, whole numbers and booleans. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> of(Record record) {
        return (Map<String, Object>) Objects.requireNonNull(RecordWriter.write(record));
    }

    /**
     * Canonical text, of at most {@value #MOST_CHARACTERS} characters: what a row of whole versions holds.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code record-full} beyond that
     */
    public static String text(Record record) {
        return bounded(of(record), MOST_CHARACTERS);
    }

    /** The same of any content, of at most so many characters. */
    static String bounded(Map<String, Object> content, int most) {
        try {
            String text = CanonicalJson.text(content, most * BYTES_A_CHARACTER);
            if (text.length() <= most) {
                return text;
            }
        } catch (EntryRefused refused) {
            if (!refused.code().equals(EntryRefused.TOO_LARGE)) {
                throw refused;
            }
        }
        throw Refusal.of("record-full", Refusal.Kind.CONFLICT)
                .with("most", Integer.toString(most))
                .asException();
    }

    /** SHA-256 of the canonical bytes, lower-case hexadecimal. */
    public static String digest(Record record) {
        return digestOf(text(record));
    }

    /** The same of a record that is canonical text already. */
    public static String digestOf(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException for a text that is no such record
     */
    public static <T extends Record> T parse(String text, Class<T> type) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            return type.cast(RecordReader.of(type).read(value));
        }
    }
}
