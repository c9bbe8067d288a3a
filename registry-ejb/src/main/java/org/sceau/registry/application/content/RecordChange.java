package org.sceau.registry.application.content;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an entry tells of a record that an act made or changed. Whoever holds the entry's plaintexts reads the act itself, and can make every
 * version of the record of them alone.
 *
 * @param text the record after the act, canonical: what its row holds
 * @param told {@code sha256} of that text, and {@code content}, the whole record, of one that was made; {@code changed}, a JSON Patch (RFC 6902)
 *             from the version before, of one that was there
 */
public record RecordChange(String text, Map<String, Object> told) {
    /** Names of parts are told as deep as this. */
    private static final int DEEPEST = 2;

    /** A record that is new. */
    public static RecordChange made(Record record) {
        return of(record, "content", CanonicalRecord.of(record));
    }

    /** Its next version. */
    public static RecordChange between(Record before, Record after) {
        return of(after, "changed", RecordDifference.between(before, after));
    }

    private static RecordChange of(Record record, String name, Object what) {
        String text = CanonicalRecord.text(record);
        return new RecordChange(text, Map.of("sha256", CanonicalRecord.digestOf(text), name, what));
    }

    /** Which parts of a record are otherwise now: {@code history/documents} rather than which of them and what of it. */
    public static Set<String> parts(Record was, Record is) {
        Set<String> parts = new TreeSet<>();
        RecordDifference.between(was, is).forEach(operation -> {
            String[] names = String.valueOf(operation.get("path")).split("/", -1);
            String part = names[1];
            for (int i = 2; i <= DEEPEST && i < names.length && !isIndex(names[i]); i++) {
                part += "/" + names[i];
            }
            parts.add(part);
        });
        parts.remove("version");
        return parts;
    }

    private static boolean isIndex(String name) {
        return !name.isEmpty() && name.chars().allMatch(Character::isDigit);
    }

    /** All that is told of the act: these members and those of the record. */
    public Map<String, Object> with(Map<String, Object> others) {
        Map<String, Object> all = new TreeMap<>(others);
        all.putAll(told);
        return all;
    }
}
