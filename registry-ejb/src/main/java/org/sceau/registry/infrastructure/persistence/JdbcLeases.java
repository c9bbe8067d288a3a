package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.sceau.registry.application.leasing.Leases;

/** Leases as rows. Each change is one statement on one row, so two takers follow one another and the second sees the first. */
@ApplicationScoped
public class JdbcLeases implements Leases {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcLeases() {
        this(null);
    }

    @Inject
    public JdbcLeases(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean take(Lease lease, Instant now, Instant until) {
        int taken = sql.update(
                "update job_lease set holder = ?, leased_until = ? where name = ? and (holder = ? or leased_until <= ?)",
                lease.holder(),
                until,
                lease.name(),
                lease.holder(),
                now);
        if (taken == 0 && sql.number("select count(*) from job_lease where name = ?", lease.name()) == 0) {
            throw new IllegalStateException("no migration made a lease " + lease.name());
        }
        return taken == 1;
    }

    @Override
    public boolean renew(Lease lease, Instant until) {
        return sql.update(
                        "update job_lease set leased_until = ? where name = ? and holder = ?",
                        until,
                        lease.name(),
                        lease.holder())
                == 1;
    }

    @Override
    public void release(Lease lease, Instant now) {
        sql.update(
                "update job_lease set leased_until = ? where name = ? and holder = ?",
                now,
                lease.name(),
                lease.holder());
    }

    @Override
    public List<Held> held(Instant now) {
        return sql.list(
                "select name, holder, leased_until from job_lease where leased_until > ? order by name",
                row -> new Held(row.getString("name"), row.getString("holder"), Sql.instant(row, "leased_until")),
                now);
    }
}
