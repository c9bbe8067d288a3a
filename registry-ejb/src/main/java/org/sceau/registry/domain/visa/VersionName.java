package org.sceau.registry.domain.visa;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version, or one expression for several, read as far as it can be: {@code 4.3.x} stands for all below 4.3, {@code 9.2.3.x (avec
 * X>=5)} for those of them from 5 on, {@code 4.1 and later} for 4.1 and what follows. What cannot be read stands for its own words alone.
 *
 * @param parts letters and digits between signs, in lower case; {@code x} is a placeholder in an expression
 * @param open  whether the parts are an expression
 * @param later whether what comes after the version is meant too
 * @param bound of the placeholders
 */
record VersionName(List<String> parts, boolean open, boolean later, Optional<Bound> bound) {
    private static final String ANY = "x";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern MARKER =
            Pattern.compile("^(?:versions?|releases?)(?!\\p{L})[\\s:.'\"]*(?=\\S)|^v(?:er)?\\.?\\s*(?=\\d)");
    private static final Pattern BEFORE = Pattern.compile("^[\\s\\p{Pd}(:'\",]+");
    private static final Pattern FROM = Pattern.compile("^(?:>\\s?=|\u2265)\\s*");
    private static final Pattern LATER = Pattern.compile(
            "(?:\\+|\\s+(?:(?:et|and|ou|or)\\s+)?(?:versions?\\s+)?" + VersionNames.LATER + "(?:\\s+versions?)?)\\s*$");
    private static final Pattern BOUND = Pattern.compile(
            "^(.*?(?<![\\p{L}\\p{N}])x)\\s*\\(?\\s*(?:avec|pour|with|for|where)?\\s*x\\s*(>\\s?=|\u2265|<\\s?=|\u2264|>|<|=)\\s*(\\d{1,9})\\s*\\)?$");
    private static final Pattern COMPARISON = Pattern.compile("[<>\u2264\u2265=]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    VersionName {
        parts = List.copyOf(parts);
    }

    /** @param than a number that the placeholder is compared with */
    record Bound(char sign, boolean orEqual, long than) {
        boolean allows(String part) {
            if (!isNumber(part)) {
                return false;
            }
            int compared = Long.compare(Long.parseLong(part), than);
            return compared == 0 ? orEqual : sign == '>' ? compared > 0 : sign == '<' && compared < 0;
        }
    }

    static VersionName of(String printed) {
        String text = bare(printed);
        boolean open = VersionNames.isExpression(text);
        if (!open) {
            return new VersionName(partsOf(text), false, false, Optional.empty());
        }
        Matcher bounded = BOUND.matcher(text);
        Optional<Bound> bound = bounded.matches() ? Optional.of(bound(bounded)) : Optional.empty();
        String rest = bounded.matches() ? bounded.group(1) : text;
        String version = LATER.matcher(FROM.matcher(rest).replaceFirst("")).replaceFirst("");
        List<String> parts = partsOf(bare(version).replace('*', 'x'));
        boolean later = !version.equals(rest);
        // A placeholder or a beginning, and nothing else that compares: all other expressions are not understood.
        return parts.contains(ANY) != later && !COMPARISON.matcher(version).find()
                ? new VersionName(parts, true, later, bound)
                : new VersionName(List.of(text), true, false, Optional.empty());
    }

    /** Whether every version of that name is one of this one; what is not known for sure is not. */
    boolean includes(VersionName other) {
        if (equals(other)) {
            return true;
        }
        if (!open || other.bound.isPresent() || other.later) {
            return false;
        }
        return later ? isReachedBy(other.parts) : matches(other.parts);
    }

    private boolean matches(List<String> version) {
        boolean endless = parts.get(parts.size() - 1).equals(ANY);
        if (endless ? version.size() < parts.size() : version.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            String part = version.get(i);
            boolean fits = parts.get(i).equals(ANY)
                    ? bound.filter(limit -> !limit.allows(part)).isEmpty()
                    : parts.get(i).equals(part);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Part by part, as numbers: 4.10 comes after 4.9. A word must be the same, for words have no order. */
    private boolean isReachedBy(List<String> version) {
        for (int i = 0; i < parts.size(); i++) {
            if (i == version.size()) {
                return false;
            }
            String here = parts.get(i);
            String there = version.get(i);
            if (!here.equals(there)) {
                return isNumber(here) && isNumber(there) && Long.parseLong(there) > Long.parseLong(here);
            }
        }
        return true;
    }

    private static Bound bound(Matcher bounded) {
        String sign = bounded.group(2);
        char first = sign.charAt(0);
        boolean orEqual = first == '\u2265' || first == '\u2264' || sign.endsWith("=");
        return new Bound(
                first == '\u2265' ? '>' : first == '\u2264' ? '<' : first, orEqual, Long.parseLong(bounded.group(3)));
    }

    /** Without marks, case, and the word that says that it is a version. */
    private static String bare(String printed) {
        String text = MARKS.matcher(Normalizer.normalize(printed, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
        return MARKER.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("");
    }

    private static List<String> partsOf(String text) {
        List<String> parts = Arrays.stream(BETWEEN.split(text))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? List.of(text) : parts;
    }

    private static boolean isNumber(String part) {
        return part.length() <= 18 && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
