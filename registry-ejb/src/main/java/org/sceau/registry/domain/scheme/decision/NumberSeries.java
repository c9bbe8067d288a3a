package org.sceau.registry.domain.scheme.decision;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sceau.registry.domain.scheme.numbering.Numbering;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * How a new official reference is made.
 *
 * @param pattern  text with {@code {year}}, {@code {month}} (two digits), {@code {initial-year}}, {@code {body}} and exactly one
 *                 {@code {number}} or {@code {number:4}} (at least four digits)
 * @param per      parts that each start the numbers anew, whether they are printed or not: a yearly decision number prints no year
 * @param series   name of the series: schemes that share it share its numbers
 * @param source   clause that sets it
 * @param verified false when that source was not read
 */
public record NumberSeries(String pattern, Set<String> per, String series, String source, boolean verified) {
    private static final Pattern PART = Pattern.compile("\\{([a-z-]+)(?::(\\d))?}");
    private static final Set<String> KNOWN = Set.of("year", "month", "initial-year", "body", "number");

    /** Refuses unknown parts, no number and two with {@link IllegalArgumentException}. */
    public NumberSeries {
        Sourced.requireSource(source);
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
        if (!KNOWN.containsAll(per) || per.contains("number")) {
            throw new IllegalArgumentException("a series is told apart by year, month, initial year or body: " + per);
        }
    }

    /** Whether a numbering recognises the references this gives, small numbers and larger ones. */
    public boolean isReadBy(Numbering numbering) {
        Map<String, String> example = Map.of("year", "2026", "month", "06", "initial-year", "2026", "body", "3090");
        return numbering.recognise(reference(example, 7)).isPresent()
                && numbering.recognise(reference(example, 123)).isPresent();
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
