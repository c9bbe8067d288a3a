package org.sceau.registry.domain.scheme.numbering;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One way an official reference is written, as a regular expression over the whole reference. Upper and lower case do not
 * differ. Named groups: {@code head} (required) and {@code tail} (optional) are joined by {@code -} in the canonical form and by
 * {@code /} in the slashed one; {@code year} (optional) is the four-digit year.
 *
 * @param pattern compiled by {@link #of}
 * @param yearly  true for a bare decision number that restarts each year
 */
public record ReferenceForm(Pattern pattern, boolean yearly) {
    private static final int MAX_PATTERN = 300;
    private static final Pattern VERSION_MARK = Pattern.compile("(?<=[0-9-])V(?=[0-9])");
    // A repeated group that itself repeats can take time without end on hostile input; no reference needs one.
    private static final Pattern NESTED_REPEAT = Pattern.compile("[+*}]\\)[+*{]");

    /**
     * Compiles a form.
     *
     * @param regex at most 300 characters, with a named group {@code head}, no unbounded repeat of a repeat
     * @throws IllegalArgumentException when it is longer, does not compile, lacks {@code head} or nests repeats
     */
    public static ReferenceForm of(String regex, boolean yearly) {
        if (regex.length() > MAX_PATTERN
                || !regex.contains("(?<head>")
                || NESTED_REPEAT.matcher(regex).find()) {
            throw new IllegalArgumentException(
                    "a form has at most " + MAX_PATTERN + " characters, a group named head and no repeat of a repeat");
        }
        try {
            return new ReferenceForm(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), yearly);
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("not a regular expression: " + broken.getDescription(), broken);
        }
    }

    /** Reads a reference already free of spaces; empty when it has another form. */
    Optional<OfficialReference> read(String reference) {
        Matcher matcher = pattern.matcher(reference);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String head = tidy(matcher.group("head"));
        String canonical = head;
        String slashed = head;
        if (pattern.pattern().contains("(?<tail>") && matcher.group("tail") != null) {
            String tail = tidy("-" + matcher.group("tail")).substring(1);
            canonical = head + "-" + tail;
            slashed = head + "/" + tail;
        }
        OptionalInt year = OptionalInt.empty();
        if (pattern.pattern().contains("(?<year>") && matcher.group("year") != null) {
            year = OptionalInt.of(Integer.parseInt(matcher.group("year")));
        }
        return Optional.of(new OfficialReference(canonical, slashed, year, yearly));
    }

    private static String tidy(String part) {
        return VERSION_MARK.matcher(part.toUpperCase(Locale.ROOT)).replaceAll("v");
    }
}
