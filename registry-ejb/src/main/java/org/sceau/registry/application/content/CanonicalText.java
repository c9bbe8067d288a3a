package org.sceau.registry.application.content;

import java.util.Map;
import org.sceau.ledger.CanonicalJson;

/** What entries commit to as canonical text (RFC 8785): kept beside the journal, it may be longer than an entry. */
public final class CanonicalText {
    /** Characters: the longest version of a record, and what is told around it. */
    public static final int MOST_CHARACTERS = CanonicalRecord.MOST_CHARACTERS + 48_576;

    private static final int BYTES_A_CHARACTER = 3;

    private CanonicalText() {}

    public static String of(Map<String, Object> content) {
        return CanonicalJson.text(content, MOST_CHARACTERS * BYTES_A_CHARACTER);
    }
}
