package org.sceau.registry.web.words;

import java.util.List;
import org.sceau.registry.application.administering.Language;

/** Words in one sentence: {@code A, B et C}. */
public final class Lists {
    private Lists() {}

    /** The words joined as the language does; empty for none. */
    public static String joined(List<String> words, Language language) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        String and = " " + Texts.in(language).say("list.and") + " ";
        return String.join(", ", words.subList(0, words.size() - 1)) + and + words.get(words.size() - 1);
    }

    /**
     * A label inside a sentence: {@code élevé} for {@code Élevé}; names and abbreviations such as {@code EAL4+} and
     * {@code PaaS} stay.
     */
    public static String inside(String label) {
        boolean word = label.length() > 1
                && Character.isUpperCase(label.charAt(0))
                && (Character.isLowerCase(label.charAt(1)) || label.charAt(1) == ' ')
                && label.chars().skip(1).takeWhile(letter -> letter != ' ').noneMatch(Character::isUpperCase);
        return word ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }
}
