package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.notifying.Notification;
import org.sceau.registry.application.notifying.Notifications;
import org.sceau.registry.application.notifying.Told;

/** Notifications as rows. Whoever changes them holds the lease, or names the attempt that is meant. */
@ApplicationScoped
public class JdbcNotifications implements Notifications {
    private static final String COLUMNS = "select n.id, n.account_id, n.position, n.source, n.kind, n.subject, n.state,"
            + " n.made_at, n.due_at, n.mail_id, n.attempts from notification n ";

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcNotifications() {
        this(null);
    }

    @Inject
    public JdbcNotifications(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(List<Notification> fresh) {
        sql.batch(
                "insert into notification (id, account_id, position, source, kind, subject, state, made_at, due_at,"
                        + " attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fresh.stream()
                        .map(one -> new Object[] {
                            one.id(),
                            one.accountId(),
                            one.position(),
                            one.told().source().name(),
                            one.told().kind(),
                            one.told().subject(),
                            one.state().name(),
                            one.madeAt(),
                            one.dueAt(),
                            one.attempts()
                        })
                        .toList());
    }

    @Override
    public List<Notification> underWay() {
        return sql.one(
                        COLUMNS
                                + "where n.state = 'SENDING' order by n.due_at, n.position, n.id fetch first 1 rows only",
                        JdbcNotifications::read)
                .map(this::sameMail)
                .orElse(List.of());
    }

    @Override
    public List<Notification> due(Instant now, int most) {
        return sql.one(
                        COLUMNS + "where n.state = 'WAITING' and n.due_at <= ? order by n.due_at, n.position, n.id"
                                + " fetch first 1 rows only",
                        JdbcNotifications::read,
                        now)
                .map(first -> first.mailId().isPresent() ? sameMail(first) : samePerson(first, now, most))
                .orElse(List.of());
    }

    private List<Notification> sameMail(Notification first) {
        return sql.list(
                COLUMNS + "where n.mail_id = ? and n.state = ? order by n.position",
                JdbcNotifications::read,
                first.mailId().orElseThrow(),
                first.state().name());
    }

    private List<Notification> samePerson(Notification first, Instant now, int most) {
        return sql.list(
                COLUMNS + "where n.account_id = ? and n.state = 'WAITING' and n.mail_id is null and n.due_at <= ?"
                        + " order by n.position fetch first " + Math.max(1, most) + " rows only",
                JdbcNotifications::read,
                first.accountId(),
                now);
    }

    @Override
    public boolean isWork(Instant now) {
        // Asked outside a transaction: most looks find nothing to do.
        return sql.asHouse(() -> sql.one(
                        "select 1 from notification where state = 'SENDING' or state = 'WAITING' and due_at <= ?"
                                + " fetch first 1 rows only",
                        row -> row.getInt(1),
                        now))
                .isPresent();
    }

    @Override
    public void begin(Collection<Notification> some, String mailId, int attempt) {
        sql.batch(
                "update notification set state = 'SENDING', mail_id = ?, attempts = ? where id = ?",
                some.stream()
                        .map(one -> new Object[] {mailId, attempt, one.id()})
                        .toList());
    }

    @Override
    public void drop(Collection<Notification> some, Instant at) {
        sql.batch(
                "update notification set state = 'DROPPED', ended_at = ? where id = ?",
                some.stream().map(one -> new Object[] {at, one.id()}).toList());
    }

    @Override
    public void end(String mailId, int attempt, Notification.State state, Instant at) {
        sql.update(
                "update notification set state = ?, ended_at = ? where mail_id = ? and attempts = ?"
                        + " and state in ('WAITING', 'SENDING')",
                state.name(),
                at,
                mailId,
                attempt);
    }

    @Override
    public void putOff(String mailId, int attempt, int attempts, Instant until) {
        sql.update(
                "update notification set state = 'WAITING', attempts = ?, due_at = ? where mail_id = ? and attempts = ?"
                        + " and state = 'SENDING'",
                attempts,
                until,
                mailId,
                attempt);
    }

    @Override
    public void move(String accountId, Instant dueAt) {
        sql.update(
                "update notification set due_at = ? where account_id = ? and state = 'WAITING' and mail_id is null",
                dueAt,
                accountId);
    }

    @Override
    public void dropAll(String accountId, Instant at) {
        sql.update(
                "update notification set state = 'DROPPED', ended_at = ? where account_id = ? and state = 'WAITING'",
                at,
                accountId);
    }

    @Override
    public int giveUp(Instant madeBefore, Instant at) {
        return sql.update(
                "update notification set state = 'FAILED', ended_at = ? where state in ('WAITING', 'SENDING') and made_at < ?",
                at,
                madeBefore);
    }

    @Override
    public void forget(Instant madeBefore) {
        sql.update("delete from notification where made_at < ? and state in ('SENT', 'FAILED', 'DROPPED')", madeBefore);
    }

    @Override
    public long count(Notification.State state) {
        return sql.asHouse(() -> sql.number("select count(*) from notification where state = ?", state.name()));
    }

    @Override
    public long countWaitingAgain() {
        return sql.asHouse(
                () -> sql.number("select count(*) from notification where state = 'WAITING' and mail_id is not null"));
    }

    private static Notification read(ResultSet row) throws SQLException {
        return new Notification(
                row.getString("id"),
                row.getString("account_id"),
                row.getLong("position"),
                new Told(Told.Source.valueOf(row.getString("source")), row.getString("kind"), row.getString("subject")),
                Notification.State.valueOf(row.getString("state")),
                Sql.instant(row, "made_at"),
                Sql.instant(row, "due_at"),
                Optional.ofNullable(row.getString("mail_id")),
                row.getInt("attempts"));
    }
}
