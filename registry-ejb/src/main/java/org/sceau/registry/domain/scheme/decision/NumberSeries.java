package org.sceau.registry.domain.scheme.decision;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sceau.registry.domain.scheme.numbering.Numbering;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * How a new official reference is made.
 *
 * @param pattern  text with {@code {year}}, {@code {month}} (two digits), {@code {initial-year}}, {@code {body}} and exactly one
 *                 {@code {number}} or {@code {number:4}} (at least four digits)
 * @param per      parts that each start the numbers anew, whether they are printed or not: a yearly decision number prints no year
 * @param series   name of the series: schemes that share it share its numbers
 * @param suffixes what acts add to a reference; each for another decision and dossier
 * @param internal an internal id that is told beside the reference, made of {@code {year}} and the number of the decision: where the authority
 *                 publishes nothing but that number; absent where the reference identifies by itself
 * @param source   clause that sets it
 * @param verified false when that source was not read
 */
public record NumberSeries(
        String pattern,
        Set<String> per,
        String series,
        List<NumberSuffix> suffixes,
        Optional<String> internal,
        String source,
        boolean verified) {
    private static final Pattern PART = Pattern.compile("\\{([a-z-]+)(?::(\\d))?}");
    private static final Pattern DECISION = Pattern.compile("[1-9]\\d{0,8}");
    private static final Set<String> KNOWN = Set.of("year", "month", "initial-year", "body", "number");

    /** Refuses unknown parts, no number and two, and two suffixes of one act, with {@link IllegalArgumentException}. */
    public NumberSeries {
        Sourced.requireSource(source);
        suffixes = List.copyOf(suffixes);
        long acts = suffixes.stream()
                .map(suffix -> Map.entry(suffix.decision(), suffix.dossier()))
                .distinct()
                .count();
        if (acts < suffixes.size()) {
            throw new IllegalArgumentException("an act adds one suffix");
        }
        per = Collections.unmodifiableSet(new TreeSet<>(per));
        Set<String> parts = new TreeSet<>();
        int numbers = 0;
        Matcher part = PART.matcher(pattern);
        while (part.find()) {
            parts.add(part.group(1));
            numbers += part.group(1).equals("number") ? 1 : 0;
        }
        if (!KNOWN.containsAll(parts)
                || numbers != 1
                || PART.matcher(pattern).replaceAll("").contains("{")) {
            throw new IllegalArgumentException("a number is made of " + KNOWN + ", with one number: " + pattern);
        }
        if (internal.filter(id -> !isOfYearAndNumber(id)).isPresent()) {
            throw new IllegalArgumentException("an internal id is made of the year and one number: " + internal.get());
        }
        if (!KNOWN.containsAll(per) || per.contains("number")) {
            throw new IllegalArgumentException("a series is told apart by year, month, initial year or body: " + per);
        }
    }

    private static boolean isOfYearAndNumber(String id) {
        List<String> named =
                PART.matcher(id).results().map(part -> part.group(1)).sorted().toList();
        return named.equals(List.of("number", "year"))
                && !PART.matcher(id).replaceAll("").contains("{");
    }

    /** One whose references no act adds to. */
    public NumberSeries(String pattern, Set<String> per, String series, String source, boolean verified) {
        this(pattern, per, series, List.of(), Optional.empty(), source, verified);
    }

    /** Whether a numbering recognises the references this gives, small numbers and larger ones, and each of them with a suffix. */
    public boolean isReadBy(Numbering numbering) {
        Map<String, String> example = Map.of("year", "2026", "month", "06", "initial-year", "2026", "body", "3090");
        String small = reference(example, 7);
        return numbering.recognise(small).isPresent()
                && numbering.recognise(reference(example, 123)).isPresent()
                && suffixes.stream()
                        .allMatch(suffix -> numbering
                                        .recognise(small + suffix.text(1))
                                        .isPresent()
                                && numbering.recognise(small + suffix.text(12)).isPresent());
    }

    /** What a decision that ends a dossier adds, if anything. */
    public Optional<NumberSuffix> suffix(DecisionKind decision, DossierKind dossier) {
        return suffixes.stream()
                .filter(suffix -> suffix.decision() == decision && suffix.dossier() == dossier)
                .findFirst();
    }

    /**
     * What a suffix is added to: the reference without those of reports that it may end with, as catalogues print them, and for a new visa
     * without that of the former one.
     */
    public String stem(String reference, NumberSuffix added) {
        String stem = reference;
        boolean shorter = true;
        while (shorter) {
            String before = stem;
            for (NumberSuffix suffix : suffixes) {
                if (suffix.isOfReport() || !added.isOfReport()) {
                    stem = suffix.atEnd().matcher(stem).replaceFirst("");
                }
            }
            shorter = !stem.equals(before);
        }
        return stem;
    }

    /** The highest number of a suffix that a reference bears behind its stem; 0 when it bears none. */
    public long borne(String reference, NumberSuffix added) {
        String end = reference.substring(stem(reference, added).length());
        long highest = 0;
        for (int from = 0; from < end.length(); from++) {
            Matcher match = added.atEnd().matcher(end.substring(0, end.length() - from));
            if (match.find()) {
                highest = Math.max(highest, Long.parseLong(match.group(1)));
            }
        }
        return highest;
    }

    /** The key under which numbers follow one another without a gap. */
    public String key(Map<String, String> parts) {
        StringBuilder key = new StringBuilder(series);
        per.forEach(part -> key.append('/').append(value(parts, part)));
        return key.toString();
    }

    /** The reference with this number of its series, from 1. */
    public String reference(Map<String, String> parts, long number) {
        return PART.matcher(pattern)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1).equals("number")
                                ? padded(number, part.group(2) == null ? 1 : Integer.parseInt(part.group(2)))
                                : value(parts, part.group(1))));
    }

    /**
     * The internal id of what a decision granted; empty where the series has none, and for a reference that is no number of a decision, such
     * as that of a certificate of a body. Two visas of one decision share it, as they share the reference: no key.
     *
     * @param reference text of the official reference
     * @param year      its year
     */
    public Optional<String> internalId(String reference, int year) {
        return internal.filter(form -> DECISION.matcher(reference).matches())
                .map(form -> new NumberSeries(form, Set.of(), series, List.of(), Optional.empty(), source, verified)
                        .reference(Map.of("year", Integer.toString(year)), Long.parseLong(reference)));
    }

    private static String value(Map<String, String> parts, String name) {
        String value = parts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a number needs its " + name);
        }
        return value;
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
