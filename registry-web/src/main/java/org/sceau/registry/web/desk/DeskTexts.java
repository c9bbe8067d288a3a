package org.sceau.registry.web.desk;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.application.administering.Language;

/** The texts of the desks in one language; what refuses something speaks with the texts of the interface. */
public final class DeskTexts {
    static final String BUNDLE = "org.sceau.registry.web.desk";

    private final Language language;
    private final ResourceBundle bundle;

    private DeskTexts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, language.locale(), DeskTexts.class.getClassLoader());
    }

    public static DeskTexts in(Language language) {
        return new DeskTexts(language);
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    /** A text with its parts filled in; whole numbers are grouped as the language does. */
    public String say(String key, Object... parts) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(parts);
    }

    /** The text of a key that may be missing, such as a detail of a refusal that only machines read. */
    public String sayOr(String key, String fallback) {
        return bundle.containsKey(key) ? bundle.getString(key) : fallback;
    }

    public Language language() {
        return language;
    }

    public ProblemTexts problems() {
        return ProblemTexts.in(language.locale());
    }
}
