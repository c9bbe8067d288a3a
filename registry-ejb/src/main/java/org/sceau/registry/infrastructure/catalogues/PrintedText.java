package org.sceau.registry.infrastructure.catalogues;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Text as a reader of the print would say it: spaces of every kind become one, invisible characters go (they could make
 * one name look like another), lines broken by a narrow column are joined.
 */
public final class PrintedText {
    private PrintedText() {}

    /** One line of text in Unicode form C, without leading, trailing or doubled spaces. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isGap(c)) {
                if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (Character.getType(c) != Character.FORMAT) {
                clean.appendCodePoint(c);
            }
        });
        int end = clean.length();
        String trimmed = clean.substring(0, end > 0 && clean.charAt(end - 1) == ' ' ? end - 1 : end);
        return Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    }

    /** Whether a character has no place in a text: a control that is no space, a line end or a tabulator, or one that XML has no place for. */
    public static boolean hasControl(String text) {
        return text.chars()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' || c >= 0xFFFE);
    }

    /**
     * Words of broken lines: joined by a space, but not after a hyphen that ends a line without a space before it
     * ({@code Alcatel-} / {@code Lucent}). A word broken without a hyphen cannot be told from two words and stays in two.
     */
    public static String join(List<String> lines) {
        return joinWhere(lines, Set.of());
    }

    /**
     * As {@link #join}, healed by a second printing of the same words in a column of another width: a line break where
     * the other has no gap at all is inside a word ({@code STMicroelectroni} / {@code cs} beside {@code STMicroelectro} /
     * {@code nics}). When the other says something else it does not count.
     */
    public static String joinLike(List<String> lines, List<String> other) {
        String letters = squeeze(lines);
        if (!letters.equalsIgnoreCase(squeeze(other))) {
            return join(lines);
        }
        Set<Integer> inside = new HashSet<>();
        for (int i = 1; i < letters.length(); i++) {
            inside.add(i);
        }
        inside.removeAll(gaps(other));
        return joinWhere(lines, inside);
    }

    /** An identifier, number or date of broken lines: all spaces go, every dash is a hyphen. */
    public static String squeeze(List<String> lines) {
        StringBuilder tight = new StringBuilder();
        String.join(" ", lines)
                .codePoints()
                .filter(c -> !isGap(c) && Character.getType(c) != Character.FORMAT)
                .forEach(c -> tight.appendCodePoint(Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c));
        return Normalizer.normalize(tight, Normalizer.Form.NFC);
    }

    private static String joinWhere(List<String> lines, Set<Integer> insideWord) {
        StringBuilder joined = new StringBuilder();
        int letters = 0;
        for (String line : lines) {
            String words = clean(line);
            if (words.isEmpty()) {
                continue;
            }
            if (joined.length() > 0 && !endsInHyphen(joined) && !insideWord.contains(letters)) {
                joined.append(' ');
            }
            joined.append(words);
            letters += squeeze(List.of(words)).length();
        }
        return joined.toString();
    }

    /** Numbers of letters before each space and line break. */
    private static Set<Integer> gaps(List<String> lines) {
        Set<Integer> gaps = new HashSet<>();
        int letters = 0;
        for (String line : lines) {
            for (String word : clean(line).split(" ", -1)) {
                letters += squeeze(List.of(word)).length();
                gaps.add(letters);
            }
        }
        return gaps;
    }

    private static boolean endsInHyphen(StringBuilder text) {
        int last = text.length() - 1;
        return text.charAt(last) == '-' && last > 0 && text.charAt(last - 1) != ' ';
    }

    private static boolean isGap(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
