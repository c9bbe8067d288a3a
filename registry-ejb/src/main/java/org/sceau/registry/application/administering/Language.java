package org.sceau.registry.application.administering;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that the product has texts for. Which of them a registry speaks, and where, {@link Languages} say. */
public enum Language {
    FRENCH("fr", Locale.FRANCE),
    ENGLISH("en", Locale.UK);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** ISO 639-1 code, for {@code lang} attributes. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** Empty for a language without texts; codes are in lower case. */
    public static Optional<Language> ofCode(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
