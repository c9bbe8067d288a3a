package org.sceau.registry.domain.visa;

import java.util.regex.Pattern;

/** How versions of a product are named: each one by itself (invariant 24). */
public final class VersionNames {
    /** A placeholder, a comparison, or words for what comes after. */
    private static final Pattern EXPRESSION = Pattern.compile(
            "[*<>\u2264\u2265=]|\\+\\s*$|(?:^|[.\\s])[xX](?:$|[.\\s,;)])|\\b(?:later|above|newer|onwards?|upwards?|suivantes?|ultérieures?"
                    + "|supérieures?|plus|higher)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private VersionNames() {}

    /** Whether a text stands for versions that it does not name, such as "4.x" or "4.1 and later". */
    public static boolean isExpression(String versions) {
        return EXPRESSION.matcher(versions).find();
    }
}
