package org.sceau.registry.domain.scheme.vocabulary;

import java.util.Locale;

/**
 * A text people read, in both languages of the registry.
 *
 * @param fr French, not blank, at most 400 characters
 * @param en English, not blank, at most 400 characters
 */
public record Label(String fr, String en) {
    /** Characters a text may have in either language. */
    public static final int MAX_LENGTH = 400;

    /** Refuses a blank or too long text with {@link IllegalArgumentException}. */
    public Label {
        check("fr", fr);
        check("en", en);
    }

    /** The same word in both languages, such as {@code EAL4+}. */
    public static Label same(String text) {
        return new Label(text, text);
    }

    /** English for an English locale, French for every other one. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : fr;
    }

    private static void check(String language, String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("label " + language + " is blank or longer than " + MAX_LENGTH);
        }
    }
}
