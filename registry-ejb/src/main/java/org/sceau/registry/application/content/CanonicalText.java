package org.sceau.registry.application.content;

import java.util.Map;

/** What entries commit to as canonical text (RFC 8785): kept beside the journal, it may be longer than an entry. */
public final class CanonicalText {
    /** Characters: the longest version of a record, and what is told around it. */
    public static final int MOST_CHARACTERS = CanonicalRecord.MOST_CHARACTERS + 48_576;

    private CanonicalText() {}

    /** @throws org.sceau.registry.domain.refusal.Refused {@code record-full} beyond {@value #MOST_CHARACTERS} characters */
    public static String of(Map<String, Object> content) {
        return CanonicalRecord.bounded(content, MOST_CHARACTERS);
    }
}
