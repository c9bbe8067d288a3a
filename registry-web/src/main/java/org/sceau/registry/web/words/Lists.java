package org.sceau.registry.web.words;

import java.util.List;

/** Several words in one sentence: {@code A, B et C}. */
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
}
