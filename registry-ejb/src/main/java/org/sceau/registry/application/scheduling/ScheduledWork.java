package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.auditing.JournalView;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.leasing.Holder;
import org.sceau.registry.application.leasing.LeaseLost;
import org.sceau.registry.application.leasing.Leases;

/**
 * Does what is due, under one lease for all nodes. A duty is due when the legal day is new, and again when the record moved; it then looks
 * at its subjects in portions and writes what is missing on record. Nothing it does depends on having run yesterday: the days since the last
 * one that is done are gone through, each entry has the legal day from which it holds, and the journal the instant at which it was written.
 */
@ApplicationScoped
public class ScheduledWork {
    /** Subjects looked at, and at most written about, in one transaction. */
    static final int PORTION = 200;

    private static final String LEASE = "scheduled-work";
    private static final Duration LEASED = Duration.ofMinutes(2);
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final Logger LOG = Logger.getLogger(ScheduledWork.class.getName());

    private final Door door;
    private final Leases leases;
    private final Progress progress;
    private final DeedWriter writer;
    private final Iterable<Duty> duties;
    private final JournalView journal;
    private final LegalCalendar calendar;
    private final Clock clock;
    private final Leases.Lease lease;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ScheduledWork() {
        this(null, null, null, null, List.of(), null, null, null, Holder.NOBODY);
    }

    public ScheduledWork(
            Door door,
            Leases leases,
            Progress progress,
            DeedWriter writer,
            Iterable<Duty> duties,
            JournalView journal,
            LegalCalendar calendar,
            Clock clock,
            Holder holder) {
        this.door = door;
        this.leases = leases;
        this.progress = progress;
        this.writer = writer;
        this.duties = duties;
        this.journal = journal;
        this.calendar = calendar;
        this.clock = clock;
        this.lease = new Leases.Lease(LEASE, holder.name());
    }

    @Inject
    public ScheduledWork(
            Door door,
            Leases leases,
            Progress progress,
            DeedWriter writer,
            @Any Instance<Duty> duties,
            JournalView journal,
            LegalCalendar calendar,
            Clock clock,
            Holder holder) {
        this(door, leases, progress, writer, (Iterable<Duty>) duties, journal, calendar, clock, holder);
    }

    /**
     * Looks whether something is due, and does it. Two small questions to the database when nothing is.
     *
     * @return whether this node did anything; false also while another one works
     */
    public boolean look() {
        LocalDate today = calendar.today();
        long news = journal.size() - 1;
        Map<String, Progress.State> states = states();
        List<Duty> due = new ArrayList<>();
        duties.forEach(duty -> {
            if (isDue(Optional.ofNullable(states.get(duty.name())), today, news)) {
                due.add(duty);
            }
        });
        if (due.isEmpty() || !prepared(() -> leases.take(lease, now(), now().plus(LEASED)))) {
            return false;
        }
        try {
            // Another node may have finished since this one looked.
            Map<String, Progress.State> present = states();
            due.forEach(duty -> pass(duty, Optional.ofNullable(present.get(duty.name())), today, news));
        } catch (LeaseLost lost) {
            LOG.log(Level.WARNING, "scheduled work stops here: {0}", lost.getMessage());
            return true;
        } catch (RuntimeException e) {
            release();
            throw e;
        }
        release();
        return true;
    }

    private Map<String, Progress.State> states() {
        return progress.all().stream().collect(Collectors.toMap(Progress.State::duty, Function.identity()));
    }

    private boolean isDue(Optional<Progress.State> state, LocalDate today, long news) {
        if (state.isEmpty()) {
            return true;
        }
        boolean behind =
                state.get().doneThrough().isBefore(today) || state.get().seen() < news;
        return behind && state.get().retryAt().filter(now()::isBefore).isEmpty();
    }

    private void pass(Duty duty, Optional<Progress.State> before, LocalDate today, long news) {
        LocalDate from = before.map(Progress.State::doneThrough).orElse(today);
        boolean newDay = before.isEmpty() || from.isBefore(today);
        if (from.isAfter(today) || !isDue(before, today, news)) {
            return;
        }
        OptionalLong since = newDay
                ? OptionalLong.empty()
                : OptionalLong.of(before.orElseThrow().seen());
        Span span = new Span(from, today, since);
        Tally tally = new Tally(duty);
        Optional<UUID> after = Optional.empty();
        List<UUID> portion;
        do {
            Optional<UUID> behind = after;
            portion = prepared(() -> duty.subjects(span, behind, PORTION));
            List<UUID> looked = portion;
            List<UUID> busy = prepared(() -> looked.stream()
                    .filter(subject -> needsSomething(duty, subject, span, tally))
                    .toList());
            write(duty, busy, span, tally);
            after = portion.isEmpty() ? after : Optional.of(portion.get(portion.size() - 1));
        } while (portion.size() == PORTION);
        keep(duty, before, today, news, tally);
    }

    private boolean needsSomething(Duty duty, UUID subject, Span span, Tally tally) {
        try {
            return duty.deeds(subject, span).stream().anyMatch(writer::isMissing);
        } catch (RuntimeException broken) {
            tally.failed(subject, broken);
            return false;
        }
    }

    /** One act for all; where one subject stands in its way, one for each. */
    private void write(Duty duty, List<UUID> subjects, Span span, Tally tally) {
        if (subjects.isEmpty()) {
            return;
        }
        try {
            tally.written += act(duty, subjects, span);
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException broken) {
            if (subjects.size() == 1) {
                tally.failed(subjects.get(0), broken);
                return;
            }
            subjects.forEach(subject -> write(duty, List.of(subject), span, tally));
        }
    }

    private int act(Duty duty, List<UUID> subjects, Span span) {
        try {
            return door.enter(Actor.SYSTEM, Permission.DO_SCHEDULED_WORK, "duty:" + duty.name(), passage -> {
                requireLease();
                int written = 0;
                for (UUID subject : subjects) {
                    // Asked again behind the journal's lock: somebody may have acted meanwhile.
                    for (Deed deed : duty.deeds(subject, span)) {
                        if (writer.isMissing(deed)) {
                            writer.write(passage, deed);
                            written++;
                        }
                    }
                }
                if (written == 0) {
                    throw new NothingLeft();
                }
                return written;
            });
        } catch (NothingLeft done) {
            return 0;
        }
    }

    private void keep(Duty duty, Optional<Progress.State> before, LocalDate today, long news, Tally tally) {
        boolean whole = tally.failures == 0;
        Progress.State state = new Progress.State(
                duty.name(),
                whole ? today : before.map(Progress.State::doneThrough).orElse(today.minusDays(1)),
                whole ? news : before.map(Progress.State::seen).orElse(-1L),
                now(),
                before.map(Progress.State::written).orElse(0L) + tally.written,
                tally.failures,
                tally.first,
                whole ? Optional.empty() : Optional.of(now().plus(RETRY)));
        prepared(() -> {
            requireLease();
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
        prepared(() -> {
            leases.release(lease, now());
            return lease;
        });
    }

    private <R> R prepared(java.util.function.Supplier<R> work) {
        return door.prepare(Actor.SYSTEM, Permission.DO_SCHEDULED_WORK, LEASE, work);
    }

    private Instant now() {
        return clock.instant();
    }

    /** What a pass did and could not do. */
    private static final class Tally {
        private final Duty duty;
        private long written;
        private int failures;
        private Optional<String> first = Optional.empty();

        Tally(Duty duty) {
            this.duty = duty;
        }

        void failed(UUID subject, RuntimeException broken) {
            LOG.log(
                    Level.SEVERE,
                    "scheduled work " + duty.name() + " could not be done for " + subject + "; it is tried again",
                    broken);
            failures++;
            first = first.or(() -> Optional.of(subject.toString()));
        }
    }

    /** Somebody else had written it: the act has nothing to commit. */
    private static final class NothingLeft extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingLeft() {
            super("nothing is left to do", null, false, false);
        }
    }
}
