package org.sceau.registry.domain.scheme.vocabulary;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A printed text reduced to what tells it from others: two texts are spelled alike when their keys are equal. Broken
 * lines, all spaces, hyphens, case, accents and the form of apostrophes do not count; {@code +}, digits and commas do.
 *
 * @param key the reduced text; empty when nothing was printed
 */
public record Spelling(String key) {
    private static final int MAX_PRINTED = 2_000;

    /** The spelling of a cell or a term. Only its first 2000 characters count, so that no input is dear. */
    public static Spelling of(String printed) {
        String text = printed.length() > MAX_PRINTED ? printed.substring(0, MAX_PRINTED) : printed;
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(Spelling::counts).forEach(c -> append(key, c));
        return new Spelling(key.toString());
    }

    /** The spelling of a column heading, where a footnote number may be glued to the end of the text. */
    public static Spelling ofHeading(String printed) {
        String key = of(printed).key();
        int end = key.length();
        while (end > 0 && Character.isDigit(key.charAt(end - 1))) {
            end--;
        }
        return new Spelling(key.substring(0, end));
    }

    /** Whether nothing but spaces and hyphens was printed. */
    public boolean isBlank() {
        return key.isEmpty();
    }

    private static boolean counts(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION -> false;
            default -> true;
        };
    }

    private static void append(StringBuilder key, int c) {
        switch (c) {
            case '\u2019', '\u2018', '\u02BC', '\u00B4', '`' -> key.append('\'');
            case '\u0153' -> key.append("oe");
            default -> key.appendCodePoint(c);
        }
    }
}
