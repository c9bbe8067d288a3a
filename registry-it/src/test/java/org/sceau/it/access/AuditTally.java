package org.sceau.it.access;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what the audit log keeps. Of equal events beyond a number a minute it keeps the count alone, with the next one that is written:
 * what happened up to a moment is known when each sort of event has come again in another minute.
 */
final class AuditTally {
    /** As {@code JdbcAuditLog} has it. */
    private static final int WRITTEN_A_MINUTE = 30;

    private final Rows rows;
    private final long from;
    private long until;

    /** @param rows from now on, or from the next minute on where so much happened in this one that something would be left out */
    AuditTally(Rows rows) {
        this.rows = rows;
        while (isFullForThisMinute()) {
            Rows.pause();
        }
        this.from = last();
        this.until = Long.MAX_VALUE;
    }

    private boolean isFullForThisMinute() {
        return !rows.read("select actor from audit where recorded_at >= date_trunc('minute', current_timestamp)"
                        + " group by actor, action, outcome having count(*) >= " + WRITTEN_A_MINUTE)
                .isEmpty();
    }

    /** What comes now is only there to bring to light what was left out before. */
    void end() {
        until = last();
    }

    private long last() {
        return Long.parseLong(
                rows.read("select coalesce(max(id), 0) from audit").get(0).get(0));
    }

    /** Events by {@code actor outcome}. */
    Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        Set<List<String>> begun = new HashSet<>();
        Set<List<String>> cameAgain = new HashSet<>();
        for (List<String> row : rows.read(
                "select id, actor, action, outcome, suppressed from audit where id > " + from + " order by id")) {
            List<String> sort = row.subList(1, 4);
            boolean within = Long.parseLong(row.get(0)) <= until;
            // What the first one of its sort brings to light happened before.
            long leftOut = begun.add(sort) ? 0 : Long.parseLong(row.get(4));
            if (within || cameAgain.add(sort)) {
                counted.merge(row.get(1) + " " + row.get(3), (within ? 1 : 0) + leftOut, Long::sum);
            }
        }
        return counted;
    }
}
