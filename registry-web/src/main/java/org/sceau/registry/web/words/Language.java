package org.sceau.registry.web.words;

import java.util.Locale;

/** A language of the public pages. The address says which; nothing is negotiated. */
public enum Language {
    FRENCH("fr", "", Locale.FRANCE),
    ENGLISH("en", "/en", Locale.UK);

    private final String code;
    private final String prefix;
    private final Locale locale;

    Language(String code, String prefix, Locale locale) {
        this.code = code;
        this.prefix = prefix;
        this.locale = locale;
    }

    /** ISO 639-1 code, for {@code lang} attributes. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == FRENCH ? ENGLISH : FRENCH;
    }

    /** The address of a page in this language: {@code /catalogue} or {@code /en/catalogue}. */
    public String address(String path) {
        return prefix + path;
    }

    /** The language of a path below the context root. */
    public static Language of(String path) {
        return path.equals(ENGLISH.prefix) || path.startsWith(ENGLISH.prefix + "/") ? ENGLISH : FRENCH;
    }

    /** The path without its language: {@code /catalogue} for {@code /en/catalogue}; {@code /} for the home page. */
    public static String bare(String path) {
        if (of(path) == FRENCH) {
            return path;
        }
        String rest = path.substring(ENGLISH.prefix.length());
        return rest.isEmpty() ? "/" : rest;
    }
}
