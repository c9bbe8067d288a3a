package org.sceau.registry.web.results;

/**
 * A part of an address that was set aside, said on the page instead of refused.
 *
 * @param code      key of the text below {@code notice.}: {@code unknown-value}, {@code too-many} …
 * @param parameter name of the parameter
 * @param value     what stood there, at most {@value #LONGEST_VALUE} characters
 */
public record Notice(String code, String parameter, String value) {
    static final int LONGEST_VALUE = 60;

    public Notice {
        value = value.codePointCount(0, value.length()) <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
