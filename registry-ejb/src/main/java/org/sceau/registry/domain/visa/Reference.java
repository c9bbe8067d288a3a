package org.sceau.registry.domain.visa;

/**
 * How the authority names a visa. Neither form is a key: official ids occur on two rows, and decision numbers restart each
 * year and may cover several visas (invariant 68).
 *
 * @param numbering whether {@code text} is an official identifier or the number of a decision of {@code year}
 * @param text      as the authority writes it, 1 to 80 characters, no line break
 * @param year      year of the identifier or of the decision, 1990 to 2199
 */
public record Reference(Numbering numbering, String text, int year) {

    /** Whether the reference identifies by itself or only together with its year. */
    public enum Numbering {
        OFFICIAL,
        DECISION_OF_YEAR
    }

    public Reference {
        if (text.isBlank() || text.length() > 80 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a reference has 1 to 80 printable characters");
        }
        if (year < 1990 || year > 2199) {
            throw new IllegalArgumentException("a reference is of a year from 1990 to 2199, not " + year);
        }
    }

    public static Reference official(String text, int year) {
        return new Reference(Numbering.OFFICIAL, text, year);
    }

    public static Reference decision(String text, int year) {
        return new Reference(Numbering.DECISION_OF_YEAR, text, year);
    }
}
