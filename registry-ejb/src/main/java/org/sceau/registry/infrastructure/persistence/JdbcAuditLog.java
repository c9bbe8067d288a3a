package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.AuditLog;
import org.sceau.registry.application.door.Behalf;
import org.sceau.registry.application.door.Transactions;

/**
 * The audit log in the database. Of equal events beyond {@value #A_MINUTE} a minute only the count is kept, with the next one
 * that is written, so that nobody fills the disk by being refused.
 */
@ApplicationScoped
public class JdbcAuditLog implements AuditLog {
    private static final int A_MINUTE = 30;
    private static final int MOST_KINDS = 10_000;

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Seen> seen = new HashMap<>();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcAuditLog() {
        this(null, null, null);
    }

    @Inject
    public JdbcAuditLog(Sql sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void record(Actor actor, String action, String object, String outcome) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int suppressed = suppressedBefore(actor.name() + "|" + action + "|" + outcome, now);
        if (suppressed < 0) {
            return;
        }
        transactions.inNew(
                Behalf.NOBODY,
                () -> sql.update(
                        "insert into audit (recorded_at, actor, organisation, action, object, outcome, suppressed)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        now,
                        cut(actor.name(), 100),
                        cut(actor.organisation(), 300),
                        cut(action, 60),
                        cut(object, 200),
                        cut(outcome, 60),
                        suppressed));
    }

    /** How many equal events were left out since the last one written; -1 when this one is to be left out too. */
    private int suppressedBefore(String kind, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        lock.lock();
        try {
            if (seen.size() > MOST_KINDS) {
                seen.clear();
            }
            Seen before = seen.getOrDefault(kind, new Seen(minute, 0, 0));
            int written = before.minute().equals(minute) ? before.written() : 0;
            if (written >= A_MINUTE) {
                seen.put(kind, new Seen(minute, written, before.suppressed() + 1));
                return -1;
            }
            seen.put(kind, new Seen(minute, written + 1, 0));
            return before.suppressed();
        } finally {
            lock.unlock();
        }
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private record Seen(Instant minute, int written, int suppressed) {}
}
