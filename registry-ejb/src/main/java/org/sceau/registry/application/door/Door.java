package org.sceau.registry.application.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/**
 * Lets acts in: authorise, run act and journal in one transaction, announce after the commit; a refusal enters the audit log
 * after its transaction ended.
 */
@ApplicationScoped
public class Door {
    private final Transactions transactions;
    private final Journal journal;
    private final AuditLog audit;
    private final Event<Committed> announcements;
    private final Clock clock;
    private final Repetitions repetitions;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Door() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Door(
            Transactions transactions,
            Journal journal,
            AuditLog audit,
            Event<Committed> announcements,
            Clock clock,
            Repetitions repetitions) {
        this.transactions = transactions;
        this.journal = journal;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
        this.repetitions = repetitions;
    }

    /**
     * An act that changes the registry. It must put at least one entry on record. An attempt under a key ({@link Once}) is done once.
     *
     * @param object what the act is about, for the audit log; at most 200 characters, nothing confidential
     * @throws Refused when the actor may not, or the act says no; nothing changed then
     */
    public <R> R enter(Actor actor, Permission permission, String object, Function<Passage, R> act) {
        List<Long> positions = new java.util.ArrayList<>();
        Optional<Once<?>> attempt = Once.underWay();
        R result = guarded(
                actor,
                permission,
                object,
                () -> transactions.inNew(() -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    Journal.Pen pen = journal.open(actor, now);
                    attempt.ifPresent(once -> requireFirst(actor, once.key(), now));
                    R done = act.apply(new Inside(actor, now, pen));
                    if (pen.positions().isEmpty()) {
                        throw new IllegalStateException(
                                "an act left no entry in the journal: " + permission + " " + object);
                    }
                    attempt.ifPresent(once -> repetitions.keep(actor.name(), once.key(), once.nameOf(done), now));
                    pen.close();
                    positions.clear();
                    positions.addAll(pen.positions());
                    return done;
                }));
        announcements.fireAsync(new Committed(positions.get(positions.size() - 1)));
        return result;
    }

    /**
     * Work on rows that are no part of the registry's record: staging, progress, a worker's own notes. Needs the same
     * permission as the act it belongs to, and leaves no entry.
     */
    public <R> R prepare(Actor actor, Permission permission, String object, Supplier<R> work) {
        return guarded(actor, permission, object, () -> transactions.inNew(work));
    }

    /** A look at what is confidential: like {@link #prepare}, and the audit log keeps that it happened. */
    public <R> R look(Actor actor, Permission permission, String object, Supplier<R> work) {
        R seen = prepare(actor, permission, object, work);
        audit.record(actor, actionOf(permission), object, "ok");
        return seen;
    }

    /** Behind the journal's lock: a twin of this attempt has ended, or has not begun. */
    private void requireFirst(Actor actor, Once.Key key, Instant now) {
        Instant since = now.minus(Repetitions.KEPT);
        repetitions.forget(since);
        repetitions.find(actor.name(), key.text(), since).ifPresent(done -> {
            if (!done.content().equals(key.content())) {
                throw Refusal.of("idempotency-key-reused", Refusal.Kind.CONFLICT)
                        .asException();
            }
            throw new Once.Repeated(done.result());
        });
    }

    private <R> R guarded(Actor actor, Permission permission, String object, Supplier<R> work) {
        try {
            if (!permission.isGrantedTo(actor)) {
                throw Refusal.of(
                                actor.isSignedIn() ? "role-missing" : "sign-in-needed",
                                actor.isSignedIn() ? Refusal.Kind.FORBIDDEN : Refusal.Kind.UNAUTHENTICATED)
                        .asException();
            }
            return work.get();
        } catch (Refused refused) {
            audit.record(actor, actionOf(permission), object, refused.refusal().code());
            throw refused;
        }
    }

    private static String actionOf(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Inside(Actor actor, Instant now, Journal.Pen pen) implements Passage {
        @Override
        public long record(Entry entry) {
            return pen.write(entry);
        }
    }
}
