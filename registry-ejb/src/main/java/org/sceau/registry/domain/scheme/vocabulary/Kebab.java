package org.sceau.registry.domain.scheme.vocabulary;

import java.util.regex.Pattern;

/** The one shape of ids that stand in addresses: lower-case words of the alphabet joined by hyphens. */
public final class Kebab {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_LENGTH = 60;

    private Kebab() {}

    public static void check(String what, String value) {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " is not kebab-case of at most " + MAX_LENGTH + " characters");
        }
    }
}
