package org.sceau.registry.web.words;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.sceau.registry.application.administering.Language;

/**
 * The texts of one language, by stable key. Patterns are those of {@link MessageFormat}; the bundles write the typographic
 * apostrophe, so that the ASCII one never quotes a placeholder by accident.
 */
public final class Texts {
    /** Name of the bundles, also given to Faces. */
    public static final String BUNDLE = "org.sceau.registry.web.texts";

    private static final Texts FRENCH = new Texts(Language.FRENCH);
    private static final Texts ENGLISH = new Texts(Language.ENGLISH);

    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, language.locale(), Texts.class.getClassLoader());
    }

    public static Texts in(Language language) {
        return language == Language.ENGLISH ? ENGLISH : FRENCH;
    }

    public Language language() {
        return language;
    }

    /**
     * A text with its parts filled in. Whole numbers are grouped as the language does; give a number as text to keep its
     * digits together.
     *
     * @throws MissingResourceException for an unknown key
     */
    public String say(String key, Object... parts) {
        String pattern = bundle.getString(key);
        return parts.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(parts);
    }

    /** The text of a key that may be missing, such as the name of a code that a newer source brought. */
    public String sayOr(String key, String fallback) {
        return bundle.containsKey(key) ? bundle.getString(key) : fallback;
    }
}
