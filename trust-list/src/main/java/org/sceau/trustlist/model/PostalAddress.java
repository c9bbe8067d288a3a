package org.sceau.trustlist.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A postal address in one language (clause 5.3.5.1; R42).
 *
 * @param stateOrProvince null where the country has none
 * @param postalCode      null where the country has none
 * @param countryCode     upper-case ISO 3166-1 alpha-2
 */
public record PostalAddress(
        String lang,
        String street,
        String locality,
        @Nullable String stateOrProvince,
        @Nullable String postalCode,
        String countryCode) {
    private static final int LONGEST_PART = 500;

    public PostalAddress {
        Objects.requireNonNull(lang);
        Objects.requireNonNull(countryCode);
        Checks.language(lang);
        Checks.text(street, LONGEST_PART);
        Checks.text(locality, LONGEST_PART);
        if (stateOrProvince != null) {
            Checks.text(stateOrProvince, LONGEST_PART);
        }
        if (postalCode != null) {
            Checks.text(postalCode, LONGEST_PART);
        }
        Checks.country(Rule.ADDRESS_NAMES_A_COUNTRY, countryCode);
    }
}
