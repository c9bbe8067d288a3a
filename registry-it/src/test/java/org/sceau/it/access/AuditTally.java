package org.sceau.it.access;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sceau.it.server.RunningRegistry;

/**
 * Counts what the audit log keeps. Of equal events beyond a number a minute it keeps the count alone, with the next one that is written:
 * what happened up to a moment is known when each sort of event has come again in another minute.
 */
final class AuditTally {
    private final Rows rows;
    private final long from;
    private long until;

    /** From the next minute on: so much may have happened in this one that something would be left out. */
    AuditTally(Rows rows, RunningRegistry registry) {
        this.rows = rows;
        registry.pass(Duration.ofMinutes(1));
        this.from = last();
        this.until = Long.MAX_VALUE;
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
