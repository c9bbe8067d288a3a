package org.sceau.registry.api.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * Title and remedy of every code, in French and English: for refusals, for remarks on rows, for sources that cannot be read. Screens
 * and interface say the same, because both read it here.
 */
public final class ProblemTexts {
    private static final String BUNDLE = "org.sceau.registry.api.problems";
    private static final int LONGEST_HEADER = 200;

    private static final ProblemTexts FRENCH = new ProblemTexts(Locale.FRENCH);
    private static final ProblemTexts ENGLISH = new ProblemTexts(Locale.ENGLISH);

    private final Locale language;
    private final ResourceBundle texts;

    private ProblemTexts(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(BUNDLE, language, ProblemTexts.class.getClassLoader());
    }

    /** English for an English locale, French for every other one. */
    public static ProblemTexts in(Locale language) {
        return language.getLanguage().equals("en") ? ENGLISH : FRENCH;
    }

    /**
     * The language a client prefers of the two.
     *
     * @param otherwise spoken without a readable {@code Accept-Language}, and to a client who prefers neither
     */
    public static ProblemTexts acceptable(@Nullable String acceptLanguage, Language otherwise) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return in(otherwise.locale());
        }
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(acceptLanguage);
            return Optional.ofNullable(Locale.lookup(wanted, List.of(Locale.FRENCH, Locale.ENGLISH)))
                    .map(ProblemTexts::in)
                    .orElseGet(() -> in(otherwise.locale()));
        } catch (IllegalArgumentException unreadable) {
            return in(otherwise.locale());
        }
    }

    public Locale language() {
        return language;
    }

    public boolean knows(String code) {
        return texts.containsKey(code + ".title");
    }

    /** What happened: the words of a scheme's own rule, or as for its code. */
    public String title(Refusal refusal) {
        return refusal.words().map(this::said).orElseGet(() -> title(refusal.code()));
    }

    String said(Refusal.Words words) {
        return language.equals(Locale.ENGLISH) ? words.en() : words.fr();
    }

    /** What would make it possible; a rule says so itself. */
    public String remedy(Refusal refusal) {
        return refusal.words().isPresent() ? "" : remedy(refusal.code());
    }

    /** What happened, as a short sentence; the code itself for one that nobody wrote a text for. */
    public String title(String code) {
        String known = nearest(code);
        return known.isEmpty() ? code : texts.getString(known + ".title");
    }

    /** What would make it possible; empty for a code that nobody wrote a text for. */
    public String remedy(String code) {
        String known = nearest(code);
        return known.isEmpty() ? "" : texts.getString(known + ".remedy");
    }

    /** Schemes give codes of their own, such as {@code validity-gt-5y}: without a text of its own a code has that of its stem. */
    private String nearest(String code) {
        String stem = code;
        while (!knows(stem)) {
            int dash = stem.lastIndexOf('-');
            if (dash < 0) {
                return "";
            }
            stem = stem.substring(0, dash);
        }
        return stem;
    }
}
