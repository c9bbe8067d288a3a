package org.sceau.registry.domain.visa;

import java.util.Locale;
import java.util.Optional;

/**
 * A condition that the holder must keep, or a reservation that a buyer must know.
 *
 * @param kind what it asks; a printed one is a condition
 * @param fr   French, 1 to 1000 characters; of a printed one the words of the source, whatever their language
 * @param en   English, 1 to 1000 characters; absent for a printed one
 */
public record Clause(Kind kind, String fr, Optional<String> en) {
    private static final int MAX_LENGTH = 1_000;

    /** What a clause asks. */
    public enum Kind {
        CONDITION,
        RESERVATION
    }

    /** Refuses blank and too long texts with {@link IllegalArgumentException}. */
    public Clause {
        if (isUnfit(fr) || en.filter(Clause::isUnfit).isPresent()) {
            throw new IllegalArgumentException("a clause has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** As a source prints it, in one language. */
    public static Clause printed(String text) {
        return new Clause(Kind.CONDITION, text, Optional.empty());
    }

    /** Whether it was decided here, in both languages. */
    public boolean isDecided() {
        return en.isPresent();
    }

    /** In the language of a reader, as far as it speaks it. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en.orElse(fr) : fr;
    }

    private static boolean isUnfit(String text) {
        return text.isBlank() || text.length() > MAX_LENGTH;
    }
}
