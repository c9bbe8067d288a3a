package org.sceau.registry.application.notifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.auditing.JournalView;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Outbox;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.leasing.Holder;
import org.sceau.registry.application.leasing.LeaseLost;
import org.sceau.registry.application.leasing.Leases;
import org.sceau.registry.application.scheduling.Progress;

/**
 * Tells people by mail, under one lease for all nodes. What is on record becomes rows in the transaction that moves the cursor past it; a
 * mail is marked as under way before it is handed over, and as sent after. Whatever was under way when a process ended is sent again, as
 * the same mail: at that one point nobody can know whether the server took it.
 */
@ApplicationScoped
public class NotifyPeople {
    /** Name of the lease, of the cursor and of the line in the progress of scheduled work. */
    static final String NAME = "notifications";

    private static final String EVERY_NODE = "-";
    private static final int PORTION = 200;
    /** Longer than a mailer takes for one mail. */
    private static final Duration LEASED = Duration.ofMinutes(6);

    private static final Duration WAITED_FOR = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Logger LOG = Logger.getLogger(NotifyPeople.class.getName());

    private final Door door;
    private final Leases leases;
    private final Outbox outbox;
    private final JournalView journal;
    private final Notifications notifications;
    private final Recipients recipients;
    private final Outgoing outgoing;
    private final Mailer mailer;
    private final Digests digests;
    private final Progress progress;
    private final LegalCalendar calendar;
    private final Leases.Lease lease;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected NotifyPeople() {
        this(null, null, null, null, null, null, null, null, null, null, null, Holder.NOBODY);
    }

    @Inject
    public NotifyPeople(
            Door door,
            Leases leases,
            Outbox outbox,
            JournalView journal,
            Notifications notifications,
            Recipients recipients,
            Outgoing outgoing,
            Mailer mailer,
            Digests digests,
            Progress progress,
            LegalCalendar calendar,
            Holder holder) {
        this.door = door;
        this.leases = leases;
        this.outbox = outbox;
        this.journal = journal;
        this.notifications = notifications;
        this.recipients = recipients;
        this.outgoing = outgoing;
        this.mailer = mailer;
        this.digests = digests;
        this.progress = progress;
        this.calendar = calendar;
        this.lease = new Leases.Lease(NAME, holder.name());
    }

    /**
     * Looks whether somebody is to be told, and does it. Without a mail server nothing is written and nothing sent, and what came meanwhile is
     * not sent later.
     *
     * @return whether this node did anything; false also while another one works
     */
    public boolean look() {
        long end = journal.size() - 1;
        boolean news = outbox.cursor(NAME, EVERY_NODE) < end;
        if (!mailer.isOpen()) {
            pass(news, end);
            return false;
        }
        if (!news && !notifications.isWork(now()) || !work(() -> leases.take(lease, now(), now().plus(LEASED)))) {
            return false;
        }
        try {
            while (write() == PORTION) {
                LOG.log(Level.FINE, "there is more to tell");
            }
            send();
            tidy();
        } catch (LeaseLost lost) {
            LOG.log(Level.WARNING, "telling people stops here: {0}", lost.getMessage());
            return true;
        } catch (RuntimeException e) {
            release();
            throw e;
        }
        release();
        return true;
    }

    /** Leaves untold what came, and ends what waits from a time with a mail server once that is a week ago. */
    private void pass(boolean news, long end) {
        if (news || notifications.isWork(now())) {
            work(() -> {
                outbox.advance(NAME, EVERY_NODE, end);
                return notifications.giveUp(now().minus(WAITED_FOR), now());
            });
        }
    }

    /** Writes whom the next announcements concern, and moves the cursor past them: both or neither. */
    private int write() {
        return work(() -> {
            List<Outbox.Notice> news = outbox.after(outbox.cursor(NAME, EVERY_NODE), PORTION);
            List<Recipients.Person> everybody = new ArrayList<>();
            List<Notification> fresh = new ArrayList<>();
            for (Outbox.Notice one : news) {
                recipients.told(one).ifPresent(told -> {
                    if (everybody.isEmpty()) {
                        everybody.addAll(recipients.everybody());
                    }
                    everybody.stream()
                            .filter(recipients.concerned(told))
                            .forEach(person -> fresh.add(fresh(person, one.position(), told)));
                });
            }
            requireLease();
            notifications.add(fresh);
            if (!news.isEmpty()) {
                outbox.advance(NAME, EVERY_NODE, news.get(news.size() - 1).position());
            }
            return news.size();
        });
    }

    private Notification fresh(Recipients.Person person, long position, Told told) {
        Instant now = now();
        return new Notification(
                UUID.randomUUID().toString(),
                person.accountId(),
                position,
                told,
                Notification.State.WAITING,
                now,
                digests.due(person.manner(), now),
                Optional.empty(),
                0);
    }

    private void send() {
        Optional<Outgoing.Attempt> next = begun();
        while (next.isPresent()) {
            Outgoing.Attempt attempt = next.get();
            Mailer.Outcome outcome = mailer.send(attempt.mail());
            // Without asking for the lease: what happened has happened, whoever works now.
            work(() -> {
                outgoing.ended(attempt, outcome, now());
                return outcome;
            });
            next = outcome == Mailer.Outcome.UNREACHABLE ? Optional.empty() : begun();
        }
    }

    private Optional<Outgoing.Attempt> begun() {
        return work(() -> {
            requireLease();
            return outgoing.next(now());
        });
    }

    /** Gives up what waited a week for a server, forgets what is a month old, and says where things stand. */
    private void tidy() {
        work(() -> {
            requireLease();
            int given = notifications.giveUp(now().minus(WAITED_FOR), now());
            if (given > 0) {
                LOG.log(Level.WARNING, "{0} notifications waited a week for the mail server and are given up", given);
            }
            notifications.forget(now().minus(KEPT));
            Progress.State state = new Progress.State(
                    NAME,
                    calendar.today(),
                    outbox.cursor(NAME, EVERY_NODE),
                    now(),
                    notifications.count(Notification.State.SENT),
                    Math.toIntExact(notifications.count(Notification.State.FAILED)),
                    Optional.empty(),
                    Optional.empty());
            progress.put(state);
            return state;
        });
    }

    private void requireLease() {
        if (!leases.renew(lease, now().plus(LEASED))) {
            throw new LeaseLost(lease.name());
        }
    }

    private void release() {
        work(() -> {
            leases.release(lease, now());
            return lease;
        });
    }

    private <R> R work(Supplier<R> work) {
        return door.prepare(Actor.SYSTEM, Permission.DO_SCHEDULED_WORK, NAME, work);
    }

    private Instant now() {
        return calendar.clock().instant();
    }
}
