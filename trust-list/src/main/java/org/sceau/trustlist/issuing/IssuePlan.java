package org.sceau.trustlist.issuing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.sceau.trustlist.model.Issue;

/**
 * When the next edition is due.
 *
 * @param nextUpdateAfter calendar time from issue to next update, counted in UTC: at least a day, at most six months
 *                        (clause 5.3.15; R27)
 */
public record IssuePlan(Period nextUpdateAfter) {
    private static final Instant ANY_DAY = Instant.parse("2001-01-01T00:00:00Z");

    /** The longest plan there is: six months. */
    public static final IssuePlan SIX_MONTHS = new IssuePlan(Period.ofMonths(Issue.LONGEST_MONTHS));

    public IssuePlan {
        // From 1 January of a common year six months are 181 days, the fewest there are.
        Instant due = ANY_DAY.atOffset(ZoneOffset.UTC).plus(nextUpdateAfter).toInstant();
        new Issue(1, ANY_DAY, due);
        if (due.isBefore(ANY_DAY.plus(1, ChronoUnit.DAYS))) {
            throw new IllegalArgumentException("a list lasts at least one day, not " + nextUpdateAfter);
        }
    }

    /** Edition number 1, issued now (truncated to the second). */
    public Issue first(Instant now) {
        return edition(1, now.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * The edition after another one: number one higher (clause 5.3.2; R12).
     *
     * @param now truncated to the second
     * @throws IssueRefused {@code clock-behind-last-issue} when {@code now} is before the previous issue
     */
    public Issue after(Issue previous, Instant now) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        if (issuedAt.isBefore(previous.issuedAt())) {
            throw new IssueRefused(
                    IssueRefused.CLOCK_BEHIND_LAST_ISSUE,
                    "it is " + issuedAt + ", edition " + previous.sequenceNumber() + " is of " + previous.issuedAt());
        }
        return edition(Math.addExact(previous.sequenceNumber(), 1), issuedAt);
    }

    private Issue edition(long sequenceNumber, Instant issuedAt) {
        OffsetDateTime from = issuedAt.atOffset(ZoneOffset.UTC);
        // Months and days mixed can overshoot six months on some dates of the year: the clause wins over the plan.
        OffsetDateTime planned = from.plus(nextUpdateAfter);
        OffsetDateTime latest = from.plusMonths(Issue.LONGEST_MONTHS);
        return new Issue(sequenceNumber, issuedAt, (planned.isAfter(latest) ? latest : planned).toInstant());
    }
}
