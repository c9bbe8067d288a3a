package org.sceau.registry.domain.scheme.rule;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * Something that is declared beyond subject, level and scopes, and that rules look at: by the applicant in its application, or by the
 * laboratory that was assigned, as the load that it plans.
 *
 * @param id       kebab-case, such as {@code van}
 * @param kind     which values it takes
 * @param by       which of the two declares it
 * @param required whether an application without it is incomplete; of what a laboratory declares a rule says when it must be there
 * @param options  what a {@link Kind#CHOICE} chooses from, in order; empty for the other kinds
 * @param least    smallest {@link Kind#WHOLE} number, if bounded
 * @param most     largest one, if bounded
 * @param known    words of {@link Kind#CODES} that the scheme itself names; others are declared all the same
 * @param without  characters that no word of {@link Kind#CODES} has, 1 to 20; absent where any may be written
 * @param source   where the demand comes from
 * @param verified false when that source was not read
 */
public record FactType(
        String id,
        Label label,
        Kind kind,
        Role by,
        boolean required,
        Map<String, Label> options,
        OptionalLong least,
        OptionalLong most,
        Optional<Known> known,
        Optional<String> without,
        String source,
        boolean verified) {
    private static final int MOST_WITHOUT = 20;

    /**
     * Codes that a scheme names beside all others there may be, such as recommended protection profiles (EUCC Annex III).
     *
     * @param codes    with their labels, in order; not empty
     * @param source   clause that names them
     * @param verified false when that source was not read
     */
    public record Known(Map<String, Label> codes, String source, boolean verified) {
        public Known {
            Sourced.requireSource(source);
            codes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(codes));
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("known codes are at least one");
            }
        }
    }

    /** The kinds of values. */
    public enum Kind {
        WHOLE,
        FLAG,
        DAY,
        /** An instant, where hours count. */
        INSTANT,
        /** One line of text. */
        TEXT,
        /** An absolute http(s) address; as long as a word may be. */
        LINK,
        /** One of the options. */
        CHOICE,
        /** Some of the options. */
        CHOICES,
        /** Some identifiers that no list closes, such as those of protection profiles. */
        CODES,
        SHARES
    }

    /** Refuses anybody else as declarer, a required one of a laboratory, options that do not fit the kind, and bounds of what is no number, with {@link IllegalArgumentException}. */
    public FactType {
        Kebab.check("fact", id);
        Sourced.requireSource(source);
        options = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(options));
        if (by != Role.SPONSOR && by != Role.EVALUATOR) {
            throw new IllegalArgumentException("fact " + id + ": an applicant declares, or a laboratory");
        }
        if (required && by != Role.SPONSOR) {
            throw new IllegalArgumentException(
                    "fact " + id + ": an application is not incomplete for want of what others declare");
        }
        boolean chooses = kind == Kind.CHOICE || kind == Kind.CHOICES;
        if (chooses == options.isEmpty()) {
            throw new IllegalArgumentException("fact " + id + ": options belong to a choice, and to nothing else");
        }
        if (known.isPresent() && kind != Kind.CODES) {
            throw new IllegalArgumentException("fact " + id + ": known codes belong to codes, and to nothing else");
        }
        if (without.isPresent() && kind != Kind.CODES) {
            throw new IllegalArgumentException(
                    "fact " + id + ": characters are kept out of codes, and of nothing else");
        }
        if (without.filter(text -> text.isBlank() || text.length() > MOST_WITHOUT)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "fact " + id + ": 1 to " + MOST_WITHOUT + " characters are kept out of codes");
        }
        if ((least.isPresent() || most.isPresent()) && kind != Kind.WHOLE) {
            throw new IllegalArgumentException("fact " + id + ": only a whole number has bounds");
        }
        if (least.isPresent() && most.isPresent() && least.getAsLong() > most.getAsLong()) {
            throw new IllegalArgumentException("fact " + id + ": the bounds are the wrong way round");
        }
    }

    /** Why a value is none of this type; empty when it fits. The reason is for a log, its absence for the decision. */
    public Optional<String> misfit(FactValue value) {
        return switch (kind) {
            case WHOLE -> value instanceof FactValue.Whole whole ? outside(whole.value()) : Optional.of("not-a-number");
            case FLAG -> fits(value instanceof FactValue.Flag, "not-yes-or-no");
            case DAY -> fits(value instanceof FactValue.Day, "not-a-day");
            case INSTANT -> fits(value instanceof FactValue.Moment, "not-an-instant");
            case SHARES -> fits(value instanceof FactValue.Shares, "not-shares");
            case CODES ->
                value instanceof FactValue.Words words
                        ? fits(words.values().stream().noneMatch(this::hasWhatItMayNot), "character-not-allowed")
                        : Optional.of("not-words");
            case TEXT ->
                fits(value instanceof FactValue.Words words && words.values().size() == 1, "not-one-text");
            case LINK ->
                fits(value instanceof FactValue.Words words && link(words).isPresent(), "not-a-link");
            case CHOICE ->
                fits(
                        value instanceof FactValue.Words words
                                && words.values().size() == 1
                                && options.keySet().containsAll(words.values()),
                        "not-one-of-the-options");
            case CHOICES ->
                fits(
                        value instanceof FactValue.Words words
                                && options.keySet().containsAll(words.values()),
                        "not-among-the-options");
        };
    }

    /** The address that a link declares; empty when it is none. */
    public static Optional<URI> link(FactValue.Words words) {
        return words.values().size() != 1
                ? Optional.empty()
                : words.values().stream()
                        .filter(text -> text.matches("https?://[^\\s/?#]+[^\\s]*"))
                        .flatMap(text -> parsed(text).stream())
                        .findFirst();
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean hasWhatItMayNot(String word) {
        return without.filter(text -> text.chars().anyMatch(character -> word.indexOf(character) >= 0))
                .isPresent();
    }

    /** The options as they are told to people: {@code id} and label. */
    public List<String> optionIds() {
        return options.keySet().stream().collect(Collectors.toList());
    }

    private Optional<String> outside(long number) {
        boolean low = least.isPresent() && number < least.getAsLong();
        boolean high = most.isPresent() && number > most.getAsLong();
        return low || high ? Optional.of("out-of-bounds") : Optional.empty();
    }

    private static Optional<String> fits(boolean fits, String misfit) {
        return fits ? Optional.empty() : Optional.of(misfit);
    }
}
