package org.sceau.trustlist.model;

import java.util.Objects;

/**
 * A text in one language (clause 5.1.4).
 *
 * @param lang  lower-case BCP 47 code, {@code fr} or {@code en} here
 * @param value not blank, characters of XML 1.0 only, at most 20,000 characters
 */
public record Localized(String lang, String value) {
    static final int LONGEST = 20_000;
    static final int LONGEST_NAME = 2_000;

    public Localized {
        Objects.requireNonNull(lang);
        Objects.requireNonNull(value);
        Checks.language(lang);
        Checks.text(value, LONGEST);
    }
}
