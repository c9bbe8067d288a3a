package org.sceau.registry.web.results;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of a title, marked when it is one of the words looked for. The pieces in order are the title, untouched.
 */
public record TitlePart(String text, boolean marked) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Cuts a title at the words of a question; case and accents do not count. */
    public static List<TitlePart> of(String title, String question) {
        Set<String> wanted = WORD.matcher(question)
                .results()
                .map(found -> bare(found.group()))
                .collect(Collectors.toSet());
        List<TitlePart> parts = new ArrayList<>();
        int end = 0;
        for (Matcher word = WORD.matcher(title); word.find(); ) {
            if (wanted.contains(bare(word.group()))) {
                if (word.start() > end) {
                    parts.add(new TitlePart(title.substring(end, word.start()), false));
                }
                parts.add(new TitlePart(word.group(), true));
                end = word.end();
            }
        }
        if (end < title.length()) {
            parts.add(new TitlePart(title.substring(end), false));
        }
        return List.copyOf(parts);
    }

    private static String bare(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
