package org.sceau.registry.domain.visa;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How versions of a product are named: each one by itself (invariant 24). */
public final class VersionNames {
    /** Words for what comes after a version. */
    static final String LATER =
            "(?:later|above|newer|onwards?|upwards?|suivantes?|ult[ée]rieures?|sup[ée]rieures?|plus|higher)";

    /** A placeholder, a comparison, or words for what comes after. */
    private static final Pattern EXPRESSION = Pattern.compile(
            "[*<>\u2264\u2265=]|\\+\\s*$|(?:^|[.\\s])[xX](?:$|[.\\s,;)])|\\b" + LATER + "\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Between versions; "4.1 and later" is one expression. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*[,;]\\s*|\\s+[/&]\\s+|\\s+(?:et|and|ou|or)\\s+(?!(?:versions?\\s+)?" + LATER + "\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private VersionNames() {}

    /** Whether a text stands for versions that it does not name, such as "4.x" or "4.1 and later". */
    public static boolean isExpression(String versions) {
        return EXPRESSION.matcher(versions).find();
    }

    /** How many versions a text names, an expression counting once; 0 for a blank text. */
    public static int count(String versions) {
        return all(versions).size();
    }

    /**
     * Whether versions are among those that another text says. A named version must be one of them; an expression is met by one of them
     * that it stands for, since nobody evaluates what has no name yet.
     *
     * @param said  by a certificate: versions, each by its name, or an expression of an imported one
     * @param asked versions by their names, or an expression that bounds them
     */
    public static boolean areAmong(String said, String asked) {
        List<VersionName> known = all(said);
        List<VersionName> wanted = all(asked);
        return !wanted.isEmpty()
                && wanted.stream()
                        .allMatch(version -> known.stream()
                                .anyMatch(one -> one.includes(version)
                                        || version.open() && !one.open() && version.includes(one)));
    }

    private static List<VersionName> all(String versions) {
        return Arrays.stream(BETWEEN.split(versions.strip()))
                .filter(name -> !name.isBlank())
                .map(VersionName::of)
                .toList();
    }
}
