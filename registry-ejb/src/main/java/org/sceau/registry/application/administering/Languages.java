package org.sceau.registry.application.administering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The languages of the public pages and desks, and where they lie: the first one at {@code /…}, another below its code, such as
 * {@code /en/…}. The address says which; nothing is negotiated.
 *
 * @param inOrder one or two, each once
 */
public record Languages(List<Language> inOrder) {
    /** What an operator file that names none means. */
    public static final Languages USUAL = of(Language.FRENCH, Language.ENGLISH);

    /** More would need a choice where the pages have a switch. */
    private static final int MOST = 2;

    /** Refuses none, too many, or the same one twice with {@link IllegalArgumentException}. */
    public Languages {
        inOrder = List.copyOf(inOrder);
        if (inOrder.isEmpty() || inOrder.size() > MOST || Set.copyOf(inOrder).size() < inOrder.size()) {
            throw new IllegalArgumentException("not one or two different languages: " + inOrder);
        }
    }

    public static Languages of(Language... inOrder) {
        return new Languages(List.of(inOrder));
    }

    public Language first() {
        return inOrder.get(0);
    }

    public boolean has(Language language) {
        return inOrder.contains(language);
    }

    /** The one a page can switch to; empty where there is one language only. */
    public Optional<Language> other(Language than) {
        return inOrder.stream().filter(language -> language != than).findFirst();
    }

    /** The language of a path below the context root. */
    public Language of(String path) {
        return inOrder.stream()
                .skip(1)
                .filter(language -> isBelow(language, path))
                .findFirst()
                .orElseGet(this::first);
    }

    /** The path without its language: {@code /catalogue} for {@code /en/catalogue}; {@code /} for the home page. */
    public String bare(String path) {
        String rest = path.substring(prefix(of(path)).length());
        return rest.isEmpty() && !path.isEmpty() ? "/" : rest;
    }

    /**
     * The address of a page: {@code /catalogue} or {@code /en/catalogue}. Of a language that is not spoken here, it is the page in the
     * first one: whatever refers to a page must lead to one.
     *
     * @param path without its language, starting with a slash
     */
    public String address(Language language, String path) {
        return prefix(language) + path;
    }

    /**
     * Whether a path lies below the code of a language that has no place there: one that is not spoken here, or the first one, which needs
     * no code. Nothing is ever found at such a path, so that each page has one address.
     */
    public boolean isNowhere(String path) {
        return Stream.of(Language.values())
                .filter(language -> prefix(language).isEmpty())
                .anyMatch(language -> isBelow(language, path));
    }

    private String prefix(Language language) {
        return has(language) && language != first() ? "/" + language.code() : "";
    }

    private static boolean isBelow(Language language, String path) {
        String folder = "/" + language.code();
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
