package org.sceau.trustlist.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the standard has no place for, carried in a non-critical extension (clause 5.5.9; R61).
 *
 * @param reference  official reference as printed, {@code ANSSI-CSPN-2026/11} for instance
 * @param versions   exact versions covered, empty for a service
 * @param level      assurance or qualification level, null where the scheme has none
 * @param scopes     scopes of the visa, may be empty
 * @param validFrom  first legal day in force, in the operator's zone; null when unknown
 * @param validUntil last legal day in force, not before {@code validFrom}; null when open or unknown
 * @param laboratory evaluation laboratory, null where none took part
 * @param documents  public documents of the visa, may be empty
 */
public record VisaExtension(
        String reference,
        List<String> versions,
        @Nullable String level,
        List<String> scopes,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String laboratory,
        List<DocumentLink> documents) {
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_PART = 1_000;

    public VisaExtension {
        versions = List.copyOf(versions);
        scopes = List.copyOf(scopes);
        documents = List.copyOf(documents);
        Checks.line(reference, LONGEST_REFERENCE);
        versions.forEach(v -> Checks.text(v, LONGEST_PART));
        scopes.forEach(s -> Checks.text(s, LONGEST_PART));
        if (level != null) {
            Checks.line(level, LONGEST_REFERENCE);
        }
        if (laboratory != null) {
            Checks.line(laboratory, LONGEST_PART);
        }
        for (LocalDate day : new @Nullable LocalDate[] {validFrom, validUntil}) {
            // Four digits: the schema type of a date has no other spelling that every reader takes.
            Rule.VALIDITY_IS_A_SPAN.require(
                    day == null || (day.getYear() >= 1900 && day.getYear() <= 9999), reference, ": ", day);
        }
        Rule.VALIDITY_IS_A_SPAN.require(
                validFrom == null || validUntil == null || !validUntil.isBefore(validFrom),
                reference,
                ": ",
                validFrom,
                " to ",
                validUntil);
    }
}
