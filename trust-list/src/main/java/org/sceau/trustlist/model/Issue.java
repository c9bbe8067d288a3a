package org.sceau.trustlist.model;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What changes with each edition of a list (clauses 5.3.2, 5.3.14, 5.3.15; R11, R25 to R27).
 *
 * @param sequenceNumber 1 for the first edition
 * @param issuedAt       whole seconds
 * @param nextUpdate     whole seconds, after {@code issuedAt} and at most six calendar months (UTC) later
 */
public record Issue(long sequenceNumber, Instant issuedAt, Instant nextUpdate) {
    public static final int LONGEST_MONTHS = 6;

    public Issue {
        Rule.SEQUENCE_STARTS_AT_ONE.require(sequenceNumber >= 1, Long.toString(sequenceNumber));
        Checks.wholeSeconds(issuedAt);
        Checks.wholeSeconds(nextUpdate);
        Rule.NEXT_UPDATE_IS_AFTER_ISSUE.require(nextUpdate.isAfter(issuedAt), nextUpdate, " is not after ", issuedAt);
        Instant latest =
                issuedAt.atOffset(ZoneOffset.UTC).plusMonths(LONGEST_MONTHS).toInstant();
        Rule.NEXT_UPDATE_IS_WITHIN_SIX_MONTHS.require(!nextUpdate.isAfter(latest), nextUpdate, " is after ", latest);
    }
}
