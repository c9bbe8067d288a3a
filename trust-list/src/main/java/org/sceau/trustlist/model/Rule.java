package org.sceau.trustlist.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a list that concern one value alone, each with its number in the project's rule catalogue and its clause
 * of ETSI TS 119 612 v2.4.1. The {@link #code()} is public and stable.
 */
public enum Rule {
    TEXT_IS_WRITABLE("R01", "5.1.4"),
    TEXT_STANDS_ON_ONE_LINE("R01", "5.1.4"),
    LANGUAGE_IS_A_LOWER_CASE_CODE("R01", "5.1.4"),
    ONE_VALUE_FOR_EACH_LANGUAGE("R01", "5.1.4"),
    TIME_HAS_WHOLE_SECONDS("R25", "5.1.3"),
    URI_IS_ABSOLUTE_ASCII("R13", "5.1.1"),
    URI_LEAVES_THE_EU_SPACE("R13", "5.3.3"),
    WEB_ADDRESS_IS_HTTPS("R17", "5.3.7"),
    SEQUENCE_STARTS_AT_ONE("R11", "5.3.2"),
    NAME_HAS_ENGLISH("R40", "5.1.4"),
    OPERATOR_NAME_HAS_ENGLISH("R14", "5.3.4"),
    ADDRESS_HAS_POST("R42", "5.3.5.1"),
    ADDRESS_NAMES_A_COUNTRY("R42", "5.3.5.1"),
    ADDRESS_HAS_MAIL("R15", "5.3.5.2"),
    ADDRESS_HAS_WEB("R15", "5.3.5.2"),
    SCHEME_NAME_STARTS_WITH_TERRITORY("R16", "5.3.6"),
    SCHEME_NAME_SPEAKS_EACH_LANGUAGE("R16", "5.3.6"),
    SCHEME_HAS_INFORMATION("R17", "5.3.7"),
    SCHEME_HAS_RULES("R19", "5.3.9"),
    TERRITORY_IS_A_COUNTRY_CODE("R20", "5.3.10"),
    SCHEME_HAS_LEGAL_NOTICE("R21", "5.3.11"),
    POINTER_HAS_SIGNERS("R23", "5.3.13"),
    NEXT_UPDATE_IS_AFTER_ISSUE("R26", "5.3.15"),
    NEXT_UPDATE_IS_WITHIN_SIX_MONTHS("R27", "5.3.15"),
    DISTRIBUTION_POINT_IS_AN_XML_FILE("R31", "6.1"),
    PROVIDER_HAS_INFORMATION("R43", "5.4.4"),
    PROVIDER_HAS_A_SERVICE("R44", "5.4.6"),
    IDENTITY_IS_A_URN("R52", "5.5.3"),
    IDENTITY_IS_UNIQUE("R52", "5.5.3"),
    STATUS_IS_LATER_THAN_HISTORY("R55", "5.5.5"),
    HISTORY_DESCENDS("R57", "5.5.10"),
    HISTORY_KEEPS_TYPE_AND_IDENTITY("R58", "5.6.1"),
    VALIDITY_IS_A_SPAN("R61", "5.5.9"),
    DOCUMENT_HASH_IS_SHA256("R61", "5.5.9");

    private final String number;
    private final String clause;

    Rule(String number, String clause) {
        this.number = number;
        this.clause = clause;
    }

    /** Number in the rule catalogue, {@code R11} for instance; several rules here may share one. */
    public String number() {
        return number;
    }

    /** Clause of ETSI TS 119 612 v2.4.1. */
    public String clause() {
        return clause;
    }

    /** Stable kebab-case name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Answers the rule for one value.
     *
     * @param seen what was seen, in English, for an operator; put together only when the rule is broken, since a list
     *             has many values and few broken rules
     * @throws RuleBroken when the rule does not hold
     */
    void require(boolean holds, @Nullable Object... seen) {
        if (!holds) {
            throw new RuleBroken(this, Arrays.stream(seen).map(String::valueOf).collect(Collectors.joining()));
        }
    }
}
