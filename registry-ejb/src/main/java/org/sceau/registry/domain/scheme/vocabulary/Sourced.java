package org.sceau.registry.domain.scheme.vocabulary;

/**
 * A rule with where it comes from.
 *
 * @param value    the rule
 * @param source   article, page or document that states it; never blank
 * @param verified false when nobody has read that source: the value is plausible, shown as such, and editable
 * @param <T>      an immutable type
 */
public record Sourced<T>(T value, String source, boolean verified) {
    /** Refuses a blank source with {@link IllegalArgumentException}. */
    public Sourced {
        requireSource(source);
    }

    /** Refuses a blank source with {@link IllegalArgumentException}. */
    public static void requireSource(String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a rule needs its source");
        }
    }
}
