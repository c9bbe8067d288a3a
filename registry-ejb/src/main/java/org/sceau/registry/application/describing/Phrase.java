package org.sceau.registry.application.describing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/**
 * A text made of parts, in both languages. Unlike a {@link Label} it may be long, or empty.
 *
 * @param fr French
 * @param en English
 */
public record Phrase(String fr, String en) {
    static final Phrase NOTHING = new Phrase("", "");

    static Phrase of(Label label) {
        return new Phrase(label.fr(), label.en());
    }

    /** The same text in both languages: a code, a pattern, a number. */
    static Phrase same(String text) {
        return new Phrase(text, text);
    }

    /** Fills {@code %s} of both patterns; a part that is a phrase gives its own language to each. */
    static Phrase say(String fr, String en, Object... parts) {
        return new Phrase(filled(fr, Phrase::fr, parts), filled(en, Phrase::en, parts));
    }

    /** {@code A, B et C}, {@code A, B and C}; nothing for none. */
    static Phrase and(List<Phrase> parts) {
        return listed(parts, " et ", " and ");
    }

    /** {@code A, B ou C}, {@code A, B or C}; nothing for none. */
    static Phrase or(List<Phrase> parts) {
        return listed(parts, " ou ", " or ");
    }

    static Phrase joined(List<Phrase> parts, String separator) {
        return new Phrase(
                parts.stream().map(Phrase::fr).collect(Collectors.joining(separator)),
                parts.stream().map(Phrase::en).collect(Collectors.joining(separator)));
    }

    /** {@code A ; B}, {@code A; B}: for words that may have commas of their own. */
    static Phrase apart(List<Phrase> parts) {
        return new Phrase(
                parts.stream().map(Phrase::fr).collect(Collectors.joining("\u00a0; ")),
                parts.stream().map(Phrase::en).collect(Collectors.joining("; ")));
    }

    public boolean isEmpty() {
        return fr.isEmpty() && en.isEmpty();
    }

    /** English for an English locale, French for every other one. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : fr;
    }

    /** With a capital at its head, as a sentence begins. */
    Phrase capital() {
        return new Phrase(capital(fr), capital(en));
    }

    private static Phrase listed(List<Phrase> parts, String fr, String en) {
        if (parts.size() < 2) {
            return parts.isEmpty() ? NOTHING : parts.get(0);
        }
        Phrase head = joined(parts.subList(0, parts.size() - 1), ", ");
        Phrase tail = parts.get(parts.size() - 1);
        return new Phrase(head.fr + fr + tail.fr, head.en + en + tail.en);
    }

    private static String filled(String pattern, Function<Phrase, String> language, Object... parts) {
        Object[] texts = Arrays.stream(parts)
                .map(part -> part instanceof Phrase phrase ? language.apply(phrase) : String.valueOf(part))
                .toArray();
        return parts.length == 0 ? pattern : String.format(Locale.ROOT, pattern, texts);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
