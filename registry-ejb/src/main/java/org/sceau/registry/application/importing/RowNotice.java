package org.sceau.registry.application.importing;

/**
 * Something unusual that was kept as printed: an unknown level, a validity beyond the scheme, a printed recommendation that
 * differs from the rule.
 *
 * @param code   stable, kebab-case: {@code unknown-level}, {@code recommendation-override}, {@code link-not-public} …
 * @param column as in {@link RowProblem}
 * @param value  cut at 200 characters
 */
public record RowNotice(String code, String column, String value) {

    public RowNotice {
        value = RowProblem.cut(value);
    }
}
