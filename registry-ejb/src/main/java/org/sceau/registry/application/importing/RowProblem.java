package org.sceau.registry.application.importing;

/**
 * Why a row was refused.
 *
 * @param code   stable, kebab-case: {@code date-format}, {@code value-missing}, {@code unknown-family} …
 * @param column the column as the source names it, or {@code -} when it concerns the whole row
 * @param value  what stood there, cut at 200 characters
 */
public record RowProblem(String code, String column, String value) {
    private static final int LONGEST_VALUE = 200;

    public RowProblem {
        value = cut(value);
    }

    static String cut(String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return value.substring(0, end) + "…";
    }
}
